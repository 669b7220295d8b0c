import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { test } from 'vitest'

/** A program or file that is not ours to install, which some tests judge by. */
export type Tool = {
  name: string
  /** Where it is; nothing, where it is not. */
  path: string | undefined
  /** How to bring it, for who wants the test to run. */
  hint: string
}

/** A program: where a variable says, else on the PATH under one of its names. */
export function findProgram(name: string, variable: string, programs: readonly string[]): Tool {
  const told = process.env[variable]
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  const path = told
    ? existsOr(told)
    : (process.env['PATH'] ?? '')
        .split(delimiter)
        .flatMap(folder => programs.flatMap(one => endings.map(end => join(folder, one + end))))
        .find(isProgram)
  return { name, path, hint: `set ${variable}, or put ${programs[0]} on the PATH` }
}

/** A file that a variable names. */
export function findFile(name: string, variable: string): Tool {
  const told = process.env[variable]
  return { name, path: told ? existsOr(told) : undefined, hint: `set ${variable}` }
}

const existsOr = (path: string): string | undefined => (existsSync(path) ? path : undefined)

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** `.ci/run` says it: there, a tool that is missing is a failure. */
const isDemanded = process.env['CI_CONFORMANCE'] === '1'

/** What a suite's title says where its tools are missing: "(skipped: no Chromium here)". */
export function whySkipped(...tools: readonly Tool[]): string {
  const missing = tools.filter(({ path }) => path === undefined)
  if (missing.length === 0 || isDemanded) return ''
  return ` (skipped: no ${missing.map(({ name }) => name).join(', no ')} here)`
}

/** The test that needs these tools: run where they are, skipped where they are not, failed where they are demanded. */
export function testWith(...tools: readonly Tool[]): typeof test | typeof test.skip {
  const missing = tools.filter(({ path }) => path === undefined)
  if (missing.length === 0) return test
  if (!isDemanded) return test.skip
  const [{ name, hint }] = missing as [Tool]
  throw new Error(`Missing ${name}, expected it under CI_CONFORMANCE=1: ${hint}`)
}

export const chromium = (): Tool =>
  findProgram('Chromium', 'S55_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome'])
export const libreOffice = (): Tool =>
  findProgram('LibreOffice', 'S55_SOFFICE', ['soffice', 'libreoffice'])
export const java = (): Tool => findProgram('Java', 'S55_JAVA', ['java'])
/** The Nu Html Checker: vnu.jar of the npm package vnu-jar. */
export const vnu = (): Tool => findFile('vnu.jar', 'S55_VNU')

/** A script that judges PDF files by veraPDF, and one that judges Word files. Their exit code says how it went. */
export const veraPdf = (): Tool => findFile('script for veraPDF', 'S55_VERAPDF')
export const docxValidator = (): Tool => findFile('script for Word files', 'S55_DOCX_VALIDATOR')

/** Nothing, where a program's exit code is 0; else what it said. */
export function complaintsOf(path: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(path, args, { encoding: 'utf8' })
  if (error) throw error
  return status === 0 ? '' : `${stdout}${stderr}`
}

/** What a program says on both its streams, whatever its exit code. */
export function runTool(path: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(path, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error) throw error
  return `${stdout}${stderr}`
}
