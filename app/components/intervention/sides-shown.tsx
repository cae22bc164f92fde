import type { Sides } from '~/domain/knowledge/interventions/evidence';
import { Contradictions } from './contradictions';
import { EvidenceSide, type Reader } from './evidence-side';
import { VerdictShown } from './verdict-shown';

interface Props {
  sides: Sides;
  about: string;
  may: Reader;
}

/** The verdict, what contradicts what, then both sides, and what is shown without being counted. */
export function SidesShown({ sides, about, may }: Props) {
  const { judged, contradictions, supporting, against, otherwise, protocols } = sides;
  const rows = [...supporting, ...against, ...otherwise, ...protocols];
  return (
    <>
      <VerdictShown judged={judged} />
      <Contradictions pairs={contradictions} rows={rows} />
      <EvidenceSide
        title="Findings that say it helps"
        rows={supporting}
        empty="None is recorded."
        {...{ about, may }}
      />
      <EvidenceSide
        title="Findings of no clear effect, or of harm"
        rows={against}
        empty="None is recorded."
        {...{ about, may }}
      />
      <EvidenceSide title="Mixed, or says nothing of the effect" rows={otherwise} {...{ about, may }} />
      <EvidenceSide title="Protocols, not counted as evidence" rows={protocols} {...{ about, may }} />
    </>
  );
}
