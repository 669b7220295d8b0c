const COLOURS = {
  dk1: '0B0C0C',
  lt1: 'FFFFFF',
  dk2: '1F2A44',
  lt2: 'F3F2F1',
  accent1: '1F2A44',
  accent2: '8A1A10',
  accent3: '00703C',
  accent4: '4C2C92',
  accent5: '5694CA',
  accent6: 'B58840',
  hlink: '1D70B8',
  folHlink: '4C2C92',
}

const fonts = (name: string, font: string): string =>
  `<a:${name}><a:latin typeface="${font}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`

const three = (element: string): string => element.repeat(3)

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'

/** The least that ECMA-376, 20.1.6.9 asks of a theme: without one, the colours of a table are each program's own. */
export function themeXml(font: string): string {
  const colours = Object.entries(COLOURS).map(
    ([name, colour]) => `<a:${name}><a:srgbClr val="${colour}"/></a:${name}>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Section 55"><a:themeElements>' +
    `<a:clrScheme name="Section 55">${colours.join('')}</a:clrScheme>` +
    `<a:fontScheme name="Section 55">${fonts('majorFont', font)}${fonts('minorFont', font)}</a:fontScheme>` +
    '<a:fmtScheme name="Section 55">' +
    `<a:fillStyleLst>${three(FILL)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${three(`<a:ln w="9525">${FILL}</a:ln>`)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${three(FILL)}</a:bgFillStyleLst>` +
    '</a:fmtScheme></a:themeElements></a:theme>'
  )
}
