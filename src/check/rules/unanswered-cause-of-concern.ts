import { unanswered } from '../unanswered.ts'

/** It speaks for the recommendations of the cause as well, so it is as strict as their own rule. */
export const unansweredCauseOfConcern = unanswered(
  'cause_of_concern',
  'unanswered-cause-of-concern',
  {
    title: 'Every cause of concern has an answer, its own or those to its recommendations',
    source: 'Police Act 1996, section 55(5B)',
    statutory: true,
  },
)
