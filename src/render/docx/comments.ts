import { escapeMarkup } from '../../document/escape-markup.ts'

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The part of Word's comments (ISO/IEC 29500-1, 17.13.4). They have no date, so that the same draft is the same bytes. */
export const commentsXml = (remarks: readonly string[], style: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  `<w:comments xmlns:w="${WORDPROCESSING}">` +
  remarks
    .map(
      (remark, id) =>
        `<w:comment w:id="${id}" w:author="Section 55" w:initials="S55">` +
        `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>` +
        // What check finds is said in English, whatever the language of the letter.
        `<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${escapeMarkup(remark)}</w:t></w:r>` +
        '</w:p></w:comment>',
    )
    .join('') +
  '</w:comments>'
