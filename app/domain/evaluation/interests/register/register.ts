import { isPerson, type Actor } from '../../../actor';
import { allow, hide, type Verdict } from '../../../policy';
import type { InterestKind } from '../interest-kind';

export interface Entry {
  reference: string;
  kind: InterestKind;
  /** As the person wrote it, or as the person or organisation is called in Soundings. */
  about: string;
  /** Whether Soundings knows who or what it is. */
  isLinked: boolean;
  note: string;
  fromOn: Date | null;
  untilOn: Date | null;
  addedAt: Date;
  endedAt: Date | null;
}

/** Everybody keeps a register of their own, and nobody else changes it. */
export const mayKeepRegister = (actor: Actor): Verdict =>
  isPerson(actor) && actor.secondFactorPassed ? allow : hide;

/** A register is declared whole for a year. */
export function dueOn(confirmedAt: Date | null): Date | null {
  if (!confirmedAt) return null;
  const due = new Date(confirmedAt);
  due.setUTCFullYear(due.getUTCFullYear() + 1);
  return due;
}
