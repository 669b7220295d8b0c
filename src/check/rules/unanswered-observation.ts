import { unanswered } from '../unanswered.ts'

export const unansweredObservation = unanswered('observation', 'unanswered-observation', {
  title: 'Every shortcoming that the report puts in prose has an answer',
  source: 'Practice: the Act names recommendations only, offices answer all that is raised',
})
