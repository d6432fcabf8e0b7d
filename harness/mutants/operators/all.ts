import { miscounted, offByOne, otherSign, wrongTime } from './comparisons.ts'
import {
  forgottenGuard,
  lostNegation,
  negatedCondition,
  oneCaseOnly,
  oneReasonOnly,
  turnedFlag,
} from './conditions.ts'
import { leftOutStep, oppositeCall, shortList, turnedQuestion } from './lists.ts'
import {
  forgottenChange,
  forgottenEffect,
  forgottenQuestion,
  leftOutEntry,
  leftOutMember,
  swappedArguments,
} from './losses.ts'
import { leftOutPart, openPattern, otherMember, otherWord } from './names.ts'
import type { Operator } from './operator.ts'

/** Every way in which code is made wrong. */
export const operators: readonly Operator[] = [
  negatedCondition,
  forgottenGuard,
  oneCaseOnly,
  oneReasonOnly,
  lostNegation,
  turnedFlag,
  otherSign,
  offByOne,
  miscounted,
  wrongTime,
  leftOutMember,
  leftOutEntry,
  forgottenEffect,
  forgottenChange,
  forgottenQuestion,
  swappedArguments,
  leftOutStep,
  oppositeCall,
  turnedQuestion,
  shortList,
  otherWord,
  otherMember,
  openPattern,
  leftOutPart,
]
