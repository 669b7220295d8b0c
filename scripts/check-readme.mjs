// Every `npm run` of the README is a script, every relative link a file, every heading linked to is there.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const files = [
  ...readdirSync('.').filter(name => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
  'templates/wording/README.md',
  'manual/README.md',
]
const faults = []
for (const file of files) {
  const text = readFileSync(file, 'utf8')
  const prose = text.replace(/^```[\s\S]*?^```/gm, '')
  for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g))
    if (!scripts[name]) faults.push(`${file}: Unexpected npm run ${name}, expected a script`)
  const anchors = new Set(
    [...prose.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  )
  const links = [
    ...prose.matchAll(/\]\(([^)\s]+)\)/g),
    ...prose.matchAll(/(?:src|href)="([^"]+)"/g),
  ]
  for (const [, target] of links) {
    if (/^(https?|mailto):/.test(target)) continue
    const [path, anchor] = target.split('#')
    if (path && !existsSync(join(dirname(file), path)))
      faults.push(`${file}: Missing ${target}, expected a file there`)
    if (!path && anchor && !anchors.has(anchor))
      faults.push(`${file}: Missing heading of ${target}`)
  }
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
