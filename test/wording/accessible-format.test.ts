import { expect, test } from 'vitest'
import { wordsOf } from '../../src/document/words.ts'
import { composeReading, composed } from '../compose.ts'
import { anOffice, aWorkspace, OFFICE, read } from '../makers.ts'
import { files, welsh } from '../two-languages.ts'

const office = (keys: object) => ({ [OFFICE]: anOffice({ ...keys }) })
const link = (nodes: Awaited<ReturnType<typeof composed>>['accessibleFormat'] = []) =>
  nodes.flatMap(node => (node.type === 'link' ? node.url : []))[0]

test('another format is asked for by email, whose subject names the letter', async () => {
  const { title, accessibleFormat } = await composed({}, office({ telephone: '01632 960145' }))
  expect(wordsOf(accessibleFormat!)).toContain('please email office@northshire.example.')
  const subject = encodeURIComponent(`Accessible format: ${title}`)
  expect(link(accessibleFormat)).toBe(`mailto:office@northshire.example?subject=${subject}`)
})

test.each([
  ['01632 960145', 'tel:01632960145'],
  ['+44 1632 960145', 'tel:+441632960145'],
  ['01632 960145 (ext. 5)', undefined],
])('without an email by telephone: %s', async (telephone, url) => {
  const { accessibleFormat } = await composed({}, office({ email: undefined, telephone }))
  expect(wordsOf(accessibleFormat!)).toContain(`please telephone ${telephone}.`)
  expect(link(accessibleFormat)).toBe(url)
})

test('without both by a letter to the office', async () => {
  const { accessibleFormat } = await composed({}, office({ email: undefined }))
  expect(wordsOf(accessibleFormat!)).toContain(
    'please write to Office of the Police and Crime Commissioner for Northshire, 1 Mill Lane, Northtown, NT1 1AA.',
  )
})

test('an office that gives none of them has no such sentence', async () => {
  const tree = await composed({}, office({ email: undefined, address: undefined }))
  expect(tree.accessibleFormat).toBeUndefined()
})

test('a Welsh wording that lacks the sentence is given ours, and may have its own', async () => {
  const sentence = async (more: Record<string, string>) => {
    const all = files({ ...welsh, ...more })
    const { letters, problems } = await composeReading(await read(all), aWorkspace(all))
    expect(problems).toEqual([])
    return wordsOf(letters[0]!.tree.accessibleFormat ?? [])
  }
  expect(await sentence({})).toMatch(/^Gofyn am fformat hygyrch\. .*office@northshire\.example/)
  expect(await sentence({ 'accessible-format': 'Ein geiriau ni.' })).toBe('Ein geiriau ni.')
})
