import { countOf, type HeldKind } from '~/domain/succession/holding';
import {
  goesOn,
  type ReorganisationKind,
  type ReorganisationState,
} from '~/domain/succession/reorganisation';
import { paths } from '~/paths';

interface Props {
  reference: string;
  kind: ReorganisationKind;
  state: ReorganisationState;
  parts: { name: string; person: string | null; alone: boolean }[];
  lines: { kind: HeldKind; held: number; open: number }[];
  /** Why this person cannot confirm it, though it waits for that. */
  deny: string | null;
}

/** For those who keep house: what has to be done before it can go on. */
export function NextStep({ reference, kind, state, parts, lines, deny }: Props) {
  const isOver = state === 'completed' || state === 'withdrawn';
  const nameless =
    kind === 'rename' || isOver ? [] : parts.filter(({ person, alone }) => person === null && !alone);
  const open = isOver || goesOn(kind) ? [] : lines.filter((line) => line.open > 0);
  const isAnswered = lines.every(({ held, open: stays }) => held === (goesOn(kind) ? stays : 0));
  const isEmpty = state === 'running' && isAnswered;
  const isUnsaid = goesOn(kind) && state === 'proposed' && isAnswered;
  return (
    <>
      {nameless.length > 0 && (
        <p className="govuk-body">
          Next: name a person for {nameless.map(({ name }) => name).join(', and for ')}. It cannot be
          confirmed before.
        </p>
      )}
      {open.length > 0 && (
        <p className="govuk-body">
          Next: offer to a successor what nobody was offered, or what was declined:{' '}
          {open.map((line, place) => (
            <span key={line.kind}>
              {place > 0 && ', '}
              <a className="govuk-link" href={paths.reorganisationItems(reference, line.kind)}>
                {countOf(line.kind, line.open)}
              </a>
            </span>
          ))}
          .
        </p>
      )}
      {isUnsaid && (
        <p className="govuk-body">
          Next: open a kind above and offer what is to go over. What you offer to nobody stays where it is.
        </p>
      )}
      {isEmpty && <p className="govuk-body">Nothing is left to hand over. It can be completed.</p>}
      {deny !== null && <p className="govuk-body">{deny}</p>}
    </>
  );
}
