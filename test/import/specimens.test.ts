import { understandReport } from '../../src/import/understand/understand-report.ts'
import { describeSpecimens } from './specimens.harness.ts'

describeSpecimens(understandReport)
