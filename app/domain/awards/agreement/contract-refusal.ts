import { refuse, refuseField, type Refusal } from '../../refusal';
import { showDate } from '../../uk-time';
import { contractFrom, standstillIsOver, type AwardStages } from '../award';

/** Why no contract can be made of an award now: by hand or by letter, the same rules hold. */
export function contractRefusal(
  award: AwardStages,
  { startsOn, endsOn }: { startsOn: Date; endsOn: Date },
  now: Date,
): Refusal | null {
  if (award.withdrawnAt) return refuse('AwardIsWithdrawn', 'This decision was withdrawn.');
  if (award.contractedAt) return refuse('ContractIsSigned', 'The contract has been recorded already.');
  if (!award.noticeAt) return refuse('NoticeIsNotOut', 'Give the award notice first.');
  if (award.extended) return refuse('StandstillIsExtended', extendedWords(contractFrom(award, now)));
  if (award.standstillEndsOn && !standstillIsOver(award, now))
    return refuse(
      'StandstillIsOn',
      `The standstill ends on ${showDate(award.standstillEndsOn)}. A contract can be made from the day after.`,
    );
  if (endsOn < startsOn)
    return refuseField('ContractEndsBeforeItStarts', 'endsOn', 'The last day cannot come before the first');
  return null;
}

const extendedWords = (from: Date | null): string =>
  from
    ? `The standstill is extended until today. A contract can be made from ${showDate(from)}.`
    : 'The standstill is extended, so no contract can be signed yet.';
