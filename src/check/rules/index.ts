import type { Rule } from '../rule.ts'
import { unclearAddressee } from './unclear-addressee.ts'
import { unclearBasis } from './unclear-basis.ts'
import { reportNumber } from './report-number.ts'
import { missingLead } from './missing-lead.ts'
import { missingGrade } from './missing-grade.ts'
import { answerWithoutItems } from './answer-without-items.ts'
import { characterWithoutFont } from './character-without-font.ts'
import { causeWithoutRecommendations } from './cause-without-recommendations.ts'
import { gradeOutsideScale } from './grade-outside-scale.ts'
import { missingAddressee } from './missing-addressee.ts'
import { missingChiefOfficerComments } from './missing-chief-officer-comments.ts'
import { missingComment } from './missing-comment.ts'
import { missingComments } from './missing-comments.ts'
import { missingLetterDate } from './missing-letter-date.ts'
import { missingPublicationDate } from './missing-publication-date.ts'
import { missingSignatory } from './missing-signatory.ts'
import { missingSignature } from './missing-signature.ts'
import { placeholder } from './placeholder.ts'
import { positionWithoutReason } from './position-without-reason.ts'
import { publishWithin56Days } from './publish-within-56-days.ts'
import { statusWithoutReason } from './status-without-reason.ts'
import { unansweredAreaForImprovement } from './unanswered-area-for-improvement.ts'
import { unansweredCauseOfConcern } from './unanswered-cause-of-concern.ts'
import { unansweredObservation } from './unanswered-observation.ts'
import { unansweredRecommendation } from './unanswered-recommendation.ts'
import { unexpectedCount } from './unexpected-count.ts'
import { withheldWithoutSentence } from './withheld-without-sentence.ts'

/** Adding a rule is one file and its line here. The groups are those of the manual, in its order. */
export const ruleGroups: Readonly<Record<string, readonly Rule[]>> = {
  'The Act': [
    publishWithin56Days,
    missingPublicationDate,
    missingAddressee,
    missingComments,
    missingChiefOfficerComments,
  ],
  Completeness: [
    unansweredCauseOfConcern,
    unansweredRecommendation,
    unansweredAreaForImprovement,
    unansweredObservation,
    missingComment,
    missingLetterDate,
    missingSignatory,
    missingSignature,
    positionWithoutReason,
    statusWithoutReason,
    withheldWithoutSentence,
    placeholder,
    answerWithoutItems,
    causeWithoutRecommendations,
    unexpectedCount,
    missingGrade,
    missingLead,
    reportNumber,
  ],
  Facts: [unclearBasis, unclearAddressee, gradeOutsideScale],
  Quotations: [],
  'Language and letter': [characterWithoutFont],
}

export const rules: readonly Rule[] = Object.values(ruleGroups).flat()
