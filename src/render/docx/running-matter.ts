import { Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import type { ISectionOptions } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { DocumentTree } from '../../document/tree.ts'
import { oneLineHeader } from '../running-header.ts'
import type { Letter } from './place.ts'

/** Headers and footers: from the second page on, a draft's header on the first as well. */
export function runningMatter(
  { header, pages, watermark }: DocumentTree,
  { look, measure }: Letter,
): Pick<ISectionOptions, 'headers' | 'footers'> {
  const [before, between, after] = pages
  const page = new Paragraph({
    style: 'Footer',
    children: [
      new TextRun({ children: [before, PageNumber.CURRENT] }),
      new TextRun({ children: [between, PageNumber.TOTAL_PAGES, after] }),
    ],
  })
  const head = () =>
    new Header({
      children: [
        new Paragraph({
          style: 'Header',
          children: [
            new TextRun(oneLineHeader(header, measure)),
            ...(watermark === undefined
              ? []
              : [
                  new TextWatermark({
                    text: watermark,
                    font: look.font,
                    color: '#DDDDDD',
                    bold: true,
                  }),
                ]),
          ],
        }),
      ],
    })
  const empty = (style: string) => [new Paragraph({ style })]
  return {
    headers: {
      first: watermark === undefined ? new Header({ children: empty('Header') }) : head(),
      default: head(),
    },
    footers: {
      first: new Footer({ children: empty('Footer') }),
      default: new Footer({ children: [page] }),
    },
  }
}
