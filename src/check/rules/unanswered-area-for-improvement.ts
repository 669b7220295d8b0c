import { unanswered } from '../unanswered.ts'

export const unansweredAreaForImprovement = unanswered(
  'area_for_improvement',
  'unanswered-area-for-improvement',
  {
    title: 'Every area for improvement has an answer',
    source: 'Practice: the Act names recommendations only, offices answer all that is raised',
  },
)
