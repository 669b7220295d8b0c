import { unanswered } from '../unanswered.ts'

export const unansweredRecommendation = unanswered('recommendation', 'unanswered-recommendation', {
  title: 'Every recommendation has an answer',
  source: 'Police Act 1996, section 55(5B)',
  statutory: true,
})
