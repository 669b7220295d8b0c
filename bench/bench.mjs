// Whole processes, side by side, in one run: what s55 takes, and what an office would script instead.
// npm run bench [RUNS]. Needs pandoc and LibreOffice on the path for the comparison, and Linux for the memory.
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { generateWorkspace } from './generate.mjs'
import { makePdf } from './make-pdf.mjs'
import { makeReport } from './make-report.mjs'

const runs = Number(process.argv[2] ?? 5)
const s55 = resolve('dist/s55.js')
const scratch = mkdtempSync(join(tmpdir(), 's55-bench-'))

/** Seconds and the peak of memory in MB (of the largest process) of one run. */
function once({ command, args, cwd, env = {}, isShell = false }) {
  return new Promise((done, fail) => {
    const start = performance.now()
    const child = spawn(command, args, { cwd, stdio: 'ignore', env: { ...process.env, ...env } })
    let peak = 0
    const look = () => {
      if (isShell) return // The memory is that of its children.
      try {
        const [, kilobytes] =
          /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
        peak = Math.max(peak, Number(kilobytes ?? 0) / 1024)
      } catch {
        // Ended, or not Linux.
      }
    }
    const timer = setInterval(look, 5)
    child.on('error', fail)
    child.on('exit', code => {
      clearInterval(timer)
      if (code !== 0) fail(new Error(`${command} ${args.join(' ')}: exit ${code}`))
      else done({ seconds: (performance.now() - start) / 1000, peak })
    })
  })
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** The commands in turn, so that a change of the machine's speed meets all of them; one run each to warm up. */
async function sideBySide(commands) {
  const results = commands.map(() => [])
  for (let run = -1; run < runs; run++)
    for (const [n, command] of commands.entries()) {
      const result = await once(command)
      if (run >= 0) results[n].push(result)
    }
  return results.map(list => ({
    seconds: median(list.map(({ seconds }) => seconds)),
    peak: median(list.map(({ peak }) => peak)),
  }))
}

const node = (args, cwd = scratch) => ({ command: process.execPath, args, cwd })
const build = (root, name) => node([s55, 'build', join(root, 'responses', name), '--quiet'], root)
const rows = []
const row = (what, { seconds, peak }, compared = '') =>
  rows.push([what, `${seconds.toFixed(2)} s`, peak ? `${Math.round(peak)} MB` : '', compared])
const ratio = (one, other) => (one.seconds / other.seconds).toFixed(2)

const cases = '../shared/cases'
const isReal = existsSync(cases)
const [root, name] = [
  join(scratch, 'letter'),
  isReal ? 'warwickshire-2019' : 'northshire-peel-2025',
]
for (const folder of ['templates', 'responses'])
  cpSync(join(isReal ? cases : '.', folder), join(root, folder), { recursive: true })
const letter = isReal ? 'the Warwickshire letter' : 'the example letter'

// pdftotext ends with 99 when it is asked for its version.
const has = command => !spawnSync(command, ['--version'], { stdio: 'ignore' }).error
if (has('pandoc') && has('soffice')) {
  await once(build(root, name))
  spawnSync(
    'pandoc',
    [join(root, 'output', name, 'letter.html'), '-t', 'markdown', '-o', 'letter.md'],
    {
      cwd: scratch,
    },
  )
  const script =
    'pandoc letter.md -o letter.docx && soffice --headless --convert-to pdf letter.docx'
  const office = { command: 'sh', args: ['-c', script], cwd: scratch, isShell: true }
  const [ours, theirs] = await sideBySide([build(root, name), office])
  row(
    `s55 build, ${letter}: DOCX, PDF, HTML`,
    ours,
    `${ratio(ours, theirs)} of pandoc + LibreOffice`,
  )
  row('pandoc to DOCX, LibreOffice to PDF, the same words', theirs)
} else {
  const [ours] = await sideBySide([build(root, name)])
  row(`s55 build, ${letter}: DOCX, PDF, HTML`, ours, 'no pandoc or soffice here to compare with')
}

const [checked, bare] = await sideBySide([
  node([s55, 'check', join(root, 'responses', name), '--quiet'], root),
  node(['-e', '0']),
])
row(`s55 check, ${letter}`, checked, `${ratio(checked, bare)} of node -e 0`)
row('node -e 0', bare)

// The example letter, and what each thing that can be asked besides costs on top of it.
const example = (label, { office = '', stationery = {}, args = [], env = {} } = {}) => {
  const folder = join(scratch, label.replace(/\W+/g, '-'))
  for (const part of ['templates', 'responses'])
    cpSync(part, join(folder, part), { recursive: true })
  const home = join(folder, 'templates/northshire')
  const file = join(home, 'office.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text.replace(/^letterhead:\n/m, words => words + office),
  )
  for (const [path, bytes] of Object.entries(stationery)) writeFileSync(join(home, path), bytes)
  const command = build(folder, 'northshire-peel-2025')
  return { label, command: { ...command, args: [...command.args, ...args], env } }
}
const docx = { 'letterhead.docx': readFileSync('test/stationery/northshire-word.docx') }
const examples = [
  example('as it is'),
  example('on letterhead.docx', { office: '  docx: letterhead.docx\n', stationery: docx }),
  example('on letterhead.pdf', {
    office: '  pdf: letterhead.pdf\n',
    stationery: { 'letterhead.pdf': makePdf() },
  }),
  example('with --attach-source', { args: ['--attach-source'] }),
  example('with --verify', { args: ['--verify'] }),
  example('drawn by WebAssembly', { env: { S55_PDF_ENGINE: 'wasm' } }),
]
const asked = await sideBySide(examples.map(({ command }) => command))
for (const [n, { label }] of examples.entries()) {
  const more = Math.round((asked[n].seconds - asked[0].seconds) * 1000)
  row(`s55 build, the example letter ${label}`, asked[n], n === 0 ? '' : `${more} ms more`)
}

const sizes = [20, 200, 2000]
const generated = sizes.map(items => {
  const folder = join(scratch, `items-${items}`)
  generateWorkspace(folder, items)
  return build(folder, 'generated')
})
const built = await sideBySide(generated)
for (const [n, items] of sizes.entries())
  row(
    `s55 build, ${items} generated items`,
    built[n],
    items === 2000 ? `${ratio(built[2], built[1])} of the 200` : '',
  )

// A report of more than sixty pages, beside what only gives its words.
const report = await makeReport(scratch)
const office = join(scratch, 'importing')
cpSync('templates', join(office, 'templates'), { recursive: true })
mkdirSync(join(office, 'responses'))
const importing = file => node([s55, 'import', file, '--dry-run', '--quiet'], office)
for (const [file, tool, args] of [
  [report.html, 'pandoc', ['-t', 'plain', report.html, '-o', 'plain.txt']],
  [report.pdf, 'pdftotext', [report.pdf, 'plain.txt']],
]) {
  const kind = file.endsWith('pdf') ? 'a PDF' : 'a web page'
  const commands = [importing(file), ...(has(tool) ? [{ command: tool, args, cwd: scratch }] : [])]
  const [ours, theirs] = await sideBySide(commands)
  row(`s55 import, a report of 69 pages as ${kind}`, ours)
  if (theirs) row(`${tool}, its words alone`, theirs)
}

// Each beside the parsing it cannot do without.
const counts = [10, 100, 1000]
const checks = counts.flatMap(count => {
  const folder = join(scratch, `responses-${count}`)
  generateWorkspace(folder, 30, count)
  const parse = resolve('bench/parse-yaml.mjs')
  return [node([s55, 'check', '--quiet'], folder), node([parse, folder])]
})
const many = await sideBySide(checks)
for (const [n, count] of counts.entries()) {
  const [ours, parsing] = [many[2 * n], many[2 * n + 1]]
  const compared = `${ratio(ours, parsing)} of the yaml library alone`
  row(`s55 check, ${count} responses of 30 items`, ours, compared)
  row(`the yaml library parses these ${count} files`, parsing)
}

// What an office of ten years asks every morning: as it answered, and after two entries on each item.
for (const isFollowed of [false, true]) {
  const decade = join(scratch, `decade-${isFollowed}`)
  generateWorkspace(decade, 30, 500, isFollowed)
  const asking = format => {
    const file = format ? ['-o', `${format}=${join(scratch, `status.${format}`)}`] : []
    return node([s55, 'status', '--quiet', '--today', '2026-11-26', ...file], decade)
  }
  const formats = ['csv', 'ics', 'xlsx', 'html']
  const [told, parsed, ...written] = await sideBySide([
    asking(),
    node([resolve('bench/parse-yaml.mjs'), decade]),
    ...formats.map(asking),
  ])
  const what = `500 responses of 30 items${isFollowed ? ', each with two entries' : ''}`
  row(`s55 status, ${what}`, told, `${ratio(told, parsed)} of the yaml library alone`)
  row('the yaml library parses these 500 files', parsed)
  for (const [n, format] of formats.entries()) {
    const more = Math.round((written[n].seconds - told.seconds) * 1000)
    row(`the same, and ${format} to a file`, written[n], `${more} ms more`)
  }
}
rmSync(scratch, { recursive: true, force: true })

const [{ model }] = cpus()
const machine = `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`
console.log(`${machine}; medians of ${runs} runs\n`)
const header = ['whole process', 'time', 'peak memory', 'compared']
const widths = header.map((word, n) => Math.max(word.length, ...rows.map(cells => cells[n].length)))
for (const cells of [header, widths.map(width => '-'.repeat(width)), ...rows])
  console.log(`| ${cells.map((cell, n) => cell.padEnd(widths[n])).join(' | ')} |`)
