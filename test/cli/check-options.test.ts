import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED, OFFICE, UNFINISHED } from './make.ts'

async function run(root: string, ...argv: string[]) {
  const io = anIo({ cwd: root })
  const code = await main(['check', ...argv], io)
  return { code, out: io.out, err: io.err }
}

const UNGRADED = UNFINISHED.replace('grade: adequate', 'grade: middling')

test('only the rules that are asked for are told, and counted', async () => {
  const root = aWorkspace({ one: UNGRADED })
  const { code, out } = await run(root, '--only', 'grade-outside-scale', 'missing-signature')
  expect(out).toContain(' error grade-outside-scale\n')
  expect(out).toContain(' warning missing-signature\n')
  expect(out).not.toContain('placeholder')
  expect(out).toMatch(/1 error, 1 warning\n$/)
  expect(code).toBe(1)
  expect((await run(root, '--only=missing-signature')).code).toBe(0)
})

test('what cannot be read is told whatever rule is asked for', async () => {
  const root = aWorkspace({ one: FINISHED.replace('report:', 'report') })
  const { code, out } = await run(root, '--only', 'missing-signature')
  expect(out).toContain(' error yaml\n')
  expect(code).toBe(1)
})

test('a rule that there is not is wrong use, and the one that was meant is named', async () => {
  const root = aWorkspace({ one: FINISHED })
  const { code, out, err } = await run(root, '--only', 'missing-signatur')
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain('Unexpected --only missing-signatur, expected the name of a rule')
  expect(err).toContain('Did you mean missing-signature?')
})

test('notes are counted, and shown when they are asked for', async () => {
  const settings = 'rules: { missing-signature: note }\n'
  const root = aWorkspace({ one: FINISHED }, { 'section55.yaml': settings })
  const without = await run(root, '--only', 'missing-signature')
  expect(without.out).not.toContain(' note missing-signature')
  expect(without.out).toMatch(/0 errors, 0 warnings, 1 note\b/)
  const withNotes = await run(root, '--notes', '--only', 'missing-signature')
  expect(withNotes.out).toContain(' note missing-signature\n')
})

test('more warnings than are allowed give the exit code of errors', async () => {
  const root = aWorkspace({ one: FINISHED })
  const asked = ['--only', 'missing-signature', '--max-warnings']
  expect((await run(root, ...asked, '1')).code).toBe(0)
  const { code, err } = await run(root, ...asked, '0')
  expect(code).toBe(1)
  expect(err).toBe('Unexpected 1 warning, expected at most 0\n')
  expect((await run(root, '--max-warnings', 'none')).code).toBe(2)
})

function commit(root: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@t.example', ...args], {
      cwd: root,
      stdio: 'ignore',
    })
  git('init')
  git('add', '.')
  git('commit', '-m', 'before')
}
const names = (out: string) => [...out.matchAll(/^([\w-]+): /gm)].map(([, name]) => name).sort()

test('with --changed, only the responses are checked that differ from a commit', async () => {
  const parted = FINISHED.replace(/sections:[\s\S]*/, 'sections: [{ file: parts/one.yaml }]\n')
  const root = aWorkspace(
    { one: FINISHED, two: FINISHED, three: parted },
    {
      'responses/three/parts/one.yaml': 'title: A section\n',
      'templates/southshire/office.yaml': OFFICE,
    },
  )
  commit(root)
  expect(names((await run(root, '--changed', 'HEAD')).out)).toEqual([])
  writeFileSync(join(root, 'responses/three/parts/one.yaml'), 'title: A part\n')
  expect(names((await run(root, '--changed', 'HEAD')).out)).toEqual(['three'])
  writeFileSync(join(root, 'responses/two/response.yaml'), `${FINISHED}# seen\n`)
  expect(names((await run(root, '--changed', 'HEAD')).out)).toEqual(['three', 'two'])
  // Another office's change is nobody's here; this office's is everybody's.
  writeFileSync(join(root, 'templates/southshire/office.yaml'), `${OFFICE}# seen\n`)
  expect(names((await run(root, '--changed', 'HEAD')).out)).toEqual(['three', 'two'])
  rmSync(join(root, 'templates/northshire/office.yaml'))
  expect((await run(root, '--changed', 'HEAD')).code).toBe(1)
})

test('a commit that there is not, or a folder without git, is wrong use', async () => {
  const root = aWorkspace({ one: FINISHED })
  expect((await run(root, '--changed', 'HEAD')).code).toBe(2)
  commit(root)
  for (const revision of ['nowhere', '--output=x', '']) {
    const { code, err, out } = await run(root, `--changed=${revision}`)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^Unexpected/)
  }
})

test('a response is checked again when any file is saved that it is made of', async () => {
  const parted = FINISHED.replace(/sections:[\s\S]*/, 'sections: [{ file: parts/one.yaml }]\n')
  const root = aWorkspace(
    { one: parted, other: FINISHED },
    { 'responses/one/parts/one.yaml': 'title: A section\n', 'section55.yaml': '{}\n' },
  )
  let end = () => {}
  const io = anIo({ cwd: root, untilEnded: () => new Promise(done => (end = done)) })
  const watching = main(['check', '--watch', '--only', 'unknown-key'], io)
  const told = (words: string | RegExp) =>
    vi.waitFor(() => expect(io.out).toMatch(words), { timeout: 5000, interval: 10 })
  await told(/one: .*0 errors/)
  await vi.waitFor(() => expect(io.err).toContain('Waiting for the next change'))

  io.out = ''
  writeFileSync(join(root, 'responses/one/parts/one.yaml'), 'titel: A section\n')
  await told(/Unexpected key titel/)
  expect(io.out).not.toContain('other:')

  io.out = ''
  writeFileSync(join(root, 'templates/northshire/office.yaml'), `${OFFICE}colour: red\n`)
  await told(/Unexpected key colour[\s\S]*other: /)

  io.out = ''
  writeFileSync(join(root, 'section55.yaml'), 'rule: {}\n')
  await told(/Unexpected key rule\b/)

  io.out = ''
  mkdirSync(join(root, 'templates/wording'))
  writeFileSync(join(root, 'templates/wording/opening.hbs'), '{{writer}}')
  await told(/one: [\s\S]*other: /)
  end()
  expect(await watching).toBe(0)
})
