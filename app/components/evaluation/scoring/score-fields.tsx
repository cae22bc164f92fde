import type { FieldMetadata } from '@conform-to/react';
import type { ReactNode } from 'react';
import { fieldProps, type Fields } from '~/components/form';
import { scoreBands } from '~/domain/evaluation/scoring/score-scale';
import { CharacterCount } from '~/ui/forms/character-count';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';

export interface ScoredCriterion {
  position: number;
  name: string;
  weight: number;
  minimum: number | null;
  /** What each score from 0 to 5 means here; the standard words where empty. */
  bands: string[];
  reasonWords: number | null;
}

interface Props {
  list: FieldMetadata<unknown> | undefined;
  criteria: ScoredCriterion[];
  reasonLabel: string;
  /** What stands above the score of a criterion: its guidance, the bid’s answer, others’ scores. */
  above: (index: number) => ReactNode;
}

/** A score and a reason for every criterion, as `scores[0].value` and so on. */
export function ScoreFields({ list, criteria, reasonLabel, above }: Props) {
  return (
    <>
      {rowsOf(list).map((row, index) => {
        const criterion = criteria[index];
        if (!criterion) return null;
        const { name, weight, minimum, position, bands, reasonWords } = criterion;
        return (
          <section key={position} className="govuk-!-margin-bottom-7">
            <h2 className="govuk-heading-m govuk-!-margin-bottom-1">
              {position}. {name}
            </h2>
            <p className="govuk-body-s">
              Weight {weight} of 100{minimum === null ? '' : `. At least ${minimum} is needed to progress`}
            </p>
            {above(index)}
            <input type="hidden" name={row['position']?.name} value={position} />
            <Radios
              label={`Score for “${name}”`}
              labelProps={{ size: 's' }}
              small
              items={scoreBands.map((band) => ({
                value: String(band.value),
                label: `${band.value} – ${band.name}`,
                hint: bands[band.value] || band.guidance,
              }))}
              {...fieldProps(row['value'])}
            />
            {reasonWords === null ? (
              <Textarea label={reasonLabel} rows={5} {...fieldProps(row['reason'])} />
            ) : (
              <CharacterCount
                label={reasonLabel}
                rows={5}
                maxWords={reasonWords}
                {...fieldProps(row['reason'])}
              />
            )}
          </section>
        );
      })}
    </>
  );
}

function rowsOf(field: FieldMetadata<unknown> | undefined): Fields[] {
  if (!field) throw new Error('no such list of fields');
  const list = field as unknown as FieldMetadata<Record<string, unknown>[]>;
  return list.getFieldList().map((row) => row.getFieldset() as unknown as Fields);
}
