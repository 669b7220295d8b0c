/**
 * PDF/A knows the properties of XMP 2005 alone; any other is described in the file (ISO 19005-2,
 * 6.6.2.3.3). These three are what the engine writes besides.
 */
const schema = (name: string, prefix: string, uri: string, property: string) =>
  `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema>` +
  `<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>` +
  `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>` +
  `<rdf:li rdf:parseType="Resource">${property}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`

const property = (name: string, type: string, description: string) =>
  `<pdfaProperty:name>${name}</pdfaProperty:name>` +
  `<pdfaProperty:valueType>${type}</pdfaProperty:valueType>` +
  `<pdfaProperty:category>internal</pdfaProperty:category>` +
  `<pdfaProperty:description>${description}</pdfaProperty:description>`

const SCHEMAS = [
  schema(
    'XMP Media Management',
    'xmpMM',
    'http://ns.adobe.com/xap/1.0/mm/',
    property('InstanceID', 'URI', 'Identifier of this rendition of the document'),
  ),
  schema(
    'Adobe PDF',
    'pdf',
    'http://ns.adobe.com/pdf/1.3/',
    property('PDFVersion', 'Text', 'Version of PDF'),
  ),
  schema(
    'PDF/UA identification',
    'pdfuaid',
    'http://www.aiim.org/pdfua/ns/id/',
    property('part', 'Integer', 'Part of ISO 14289 that the file conforms to'),
  ),
].join('')

/** Of ISO 19005: 3 where files are attached. */
export type Part = 2 | 3

const declarationOf = (part: Part) =>
  '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">' +
  `<pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>` +
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"' +
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  `<pdfaExtension:schemas><rdf:Bag>${SCHEMAS}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`

const END = '</rdf:RDF>'

const PDF_UA = '<pdfuaid:part>1</pdfuaid:part>'

/** The metadata with PDF/A-2a or 3a declared beside the PDF/UA-1 that they declare. */
export function withPdfA(xmp: string, part: Part = 2): string {
  if (!xmp.includes(PDF_UA) || /pdfaid|pdfaExtension/.test(xmp)) throw unknown()
  return replaceOnce(xmp, END, declarationOf(part) + END)
}

const NAMESPACE = ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
const AFTER = '<xmpTPg:NPages>'

/** The metadata, which declare no standard yet, with PDF/UA-1. */
export function withPdfUa(xmp: string): string {
  if (/pdfuaid|pdfaid|pdfaExtension/.test(xmp)) throw unknown()
  const ours = `${NAMESPACE}  xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"`
  return replaceOnce(replaceOnce(xmp, NAMESPACE, ours), AFTER, PDF_UA + AFTER)
}

/** What stands there once, and once only, gives way. */
function replaceOnce(xmp: string, mark: string, replacement: string): string {
  const parts = xmp.split(mark)
  if (parts.length !== 2) throw unknown()
  return parts.join(replacement)
}

const unknown = () => new Error("Unexpected metadata in the PDF, expected the engine's")
