import type { Rule } from '../rule.ts'
import { signOffAlone } from './sign-off-alone.ts'
import { shortLastPage } from './short-last-page.ts'
import { headingAtFoot } from './heading-at-foot.ts'
import { longCoveringLetter } from './long-covering-letter.ts'
import { longAppendix } from './long-appendix.ts'
import { addressOutsideWindow } from './address-outside-window.ts'
import { unclearAddressee } from './unclear-addressee.ts'
import { unclearBasis } from './unclear-basis.ts'
import { reportNumber } from './report-number.ts'
import { missingItems } from './missing-items.ts'
import { missingTitle } from './missing-title.ts'
import { missingDayInPost } from './missing-day-in-post.ts'
import { missingLead } from './missing-lead.ts'
import { missingGrade } from './missing-grade.ts'
import { answerWithoutItems } from './answer-without-items.ts'
import { characterWithoutFont } from './character-without-font.ts'
import { accidentalList } from './accidental-list.ts'
import { colonWithDash } from './colon-with-dash.ts'
import { doubledSpace } from './doubled-space.ts'
import { doubledWord } from './doubled-word.ts'
import { incompleteAddress } from './incomplete-address.ts'
import { longParagraph } from './long-paragraph.ts'
import { missingAltText } from './missing-alt-text.ts'
import { missingFullStop } from './missing-full-stop.ts'
import { spaceBeforeMark } from './space-before-mark.ts'
import { tableWithoutHeader } from './table-without-header.ts'
import { unbalancedMarks } from './unbalanced-marks.ts'
import { undefinedAcronym } from './undefined-acronym.ts'
import { vagueLink } from './vague-link.ts'
import { causeWithoutRecommendations } from './cause-without-recommendations.ts'
import { gradeOutsideScale } from './grade-outside-scale.ts'
import { itemOfReportMissing } from './item-of-report-missing.ts'
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
import { quotationDiffers } from './quotation-differs.ts'
import { quotationNotFound } from './quotation-not-found.ts'
import { statusWithoutReason } from './status-without-reason.ts'
import { unansweredAreaForImprovement } from './unanswered-area-for-improvement.ts'
import { unansweredCauseOfConcern } from './unanswered-cause-of-concern.ts'
import { unansweredObservation } from './unanswered-observation.ts'
import { unansweredRecommendation } from './unanswered-recommendation.ts'
import { lastDayIsNear } from './last-day-is-near.ts'
import { chiefOfficerNotInvited } from './chief-officer-not-invited.ts'
import { invitedWithLittleTime } from './invited-with-little-time.ts'
import { dueAfterLastDay } from './due-after-last-day.ts'
import { commentsNotReceived } from './comments-not-received.ts'
import { commentsReceivedLate } from './comments-received-late.ts'
import { notExplainedByTheBody } from './not-explained-by-the-body.ts'
import { missingCopy } from './missing-copy.ts'
import { wrongCitation } from './wrong-citation.ts'
import { unexpectedCount } from './unexpected-count.ts'
import { withheldWithoutSentence } from './withheld-without-sentence.ts'
import { needlessAnswer } from './needless-answer.ts'
import { sameAnswer } from './same-answer.ts'
import { restatedItem } from './restated-item.ts'
import { countInProse } from './count-in-prose.ts'
import { gradeInProse } from './grade-in-prose.ts'
import { jointAnswerToWithheld } from './joint-answer-to-withheld.ts'
import { previousFromAnotherScale } from './previous-from-another-scale.ts'
import { unreadableDeadline } from './unreadable-deadline.ts'
import { unknownStatus } from './unknown-status.ts'
import { completeBeforeItsDate } from './complete-before-its-date.ts'
import { overdueWithoutAWord } from './overdue-without-a-word.ts'
import { letterBeforeReport } from './letter-before-report.ts'
import { datesOutOfOrder } from './dates-out-of-order.ts'
import { dateInTheFuture } from './date-in-the-future.ts'
import { historyContradictsItself } from './history-contradicts-itself.ts'
import { historyOutOfOrder } from './history-out-of-order.ts'
import { notInOffice } from './not-in-office.ts'
import { nameCloseToKnown } from './name-close-to-known.ts'
import { homeSecretaryNotInOffice } from './home-secretary-not-in-office.ts'

/** Adding a rule is one file and its line here. The groups are those of the manual, in its order. */
export const ruleGroups: Readonly<Record<string, readonly Rule[]>> = {
  'The Act': [
    publishWithin56Days,
    lastDayIsNear,
    missingPublicationDate,
    chiefOfficerNotInvited,
    invitedWithLittleTime,
    dueAfterLastDay,
    commentsNotReceived,
    commentsReceivedLate,
    missingAddressee,
    missingComments,
    missingChiefOfficerComments,
    notExplainedByTheBody,
    missingCopy,
    wrongCitation,
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
    missingItems,
    missingGrade,
    missingLead,
    missingTitle,
    reportNumber,
    needlessAnswer,
    sameAnswer,
    restatedItem,
    countInProse,
    gradeInProse,
    jointAnswerToWithheld,
  ],
  Facts: [
    unclearBasis,
    unclearAddressee,
    gradeOutsideScale,
    previousFromAnotherScale,
    unreadableDeadline,
    unknownStatus,
    completeBeforeItsDate,
    overdueWithoutAWord,
    letterBeforeReport,
    datesOutOfOrder,
    dateInTheFuture,
    historyContradictsItself,
    historyOutOfOrder,
    notInOffice,
    missingDayInPost,
    nameCloseToKnown,
    homeSecretaryNotInOffice,
  ],
  Quotations: [quotationDiffers, quotationNotFound, itemOfReportMissing],
  'Language and letter': [
    characterWithoutFont,
    undefinedAcronym,
    unbalancedMarks,
    doubledWord,
    doubledSpace,
    spaceBeforeMark,
    colonWithDash,
    missingFullStop,
    longParagraph,
    accidentalList,
    tableWithoutHeader,
    vagueLink,
    missingAltText,
    incompleteAddress,
  ],
  'The pages, when a letter is built': [
    signOffAlone,
    shortLastPage,
    headingAtFoot,
    longCoveringLetter,
    longAppendix,
    addressOutsideWindow,
  ],
}

export const rules: readonly Rule[] = Object.values(ruleGroups).flat()
