import { expect, test } from 'vitest'
import { readLines, show } from './show.ts'

const archive = (page: string, coding: string) =>
  `From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/report
Subject: =?utf-8?Q?PEEL?=
MIME-Version: 1.0
Content-Type: multipart/related;
	type="text/html";
	boundary="----MultipartBoundary--x9----"


------MultipartBoundary--x9----
Content-Type: text/html
Content-Transfer-Encoding: ${coding}

${page}
------MultipartBoundary--x9----
Content-Type: text/css
Content-Transfer-Encoding: quoted-printable

.c1 { border: 1px solid =
#ccc }
------MultipartBoundary--x9----
Content-Type: text/html
Content-Transfer-Encoding: 7bit

<p>An advertisement.
------MultipartBoundary--x9------
`.replaceAll('\n', '\r\n')

const REST = `<p>${'The force knows what the public need. '.repeat(4)}</p>`

test('a page saved as one file is read, with the boxes that its style sheets draw', async () => {
  const page = `<div class=3D"c1"><h3>Area for improve=
ment</h3></div>
<p>The force=E2=80=99s plan.</p>${REST}`
  const lines = await readLines('report.mhtml', archive(page, 'quoted-printable'))
  expect(lines.slice(0, 2).map(show)).toEqual([
    'heading 3 box 1: Area for improvement',
    'The force’s plan.',
  ])
  expect(lines.map(({ place }) => place.start.line)).toEqual([1, 2, 2])
})

test('such a page may be packed as mails pack pictures, and end in .html', async () => {
  const page = Buffer.from(`<h1>PEEL</h1>${REST}`).toString('base64')
  const lines = await readLines('report.html', archive(page, 'base64'))
  expect(lines.map(({ words }) => words)[0]).toBe('PEEL')
})

test('a file of a mail without a page is refused', async () => {
  await expect(
    readLines('report.mht', 'MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nabc'),
  ).rejects.toThrow('Unexpected web page in one file that holds no page, expected the report')
})
