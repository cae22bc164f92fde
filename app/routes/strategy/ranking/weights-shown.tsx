import { PART_MEANINGS, PART_NAMES, PARTS, type Weights } from '~/domain/strategy/scoring/score';
import { showDay } from '~/domain/uk-time';
import { Details } from '~/ui/content/details';

interface Saved {
  name: string;
  note: string;
  savedBy: string;
  savedAt: Date | string;
}

/** The weights in force for a page, whose they are, and how the score is worked out. */
export function WeightsShown({ weights, weighting }: { weights: Weights; weighting: Saved | null }) {
  return (
    <>
      <p className="govuk-body">
        Weights: {PARTS.map((part) => `${PART_NAMES[part].toLowerCase()} ${weights[part]}`).join(', ')}; home{' '}
        {weights.domestic}, overseas {weights.overseas}.{' '}
        {weighting
          ? `“${weighting.name}”, saved by ${weighting.savedBy} on ${showDay(weighting.savedAt)}: ${weighting.note}`
          : 'These are the weights Soundings starts with; nobody has chosen others for everybody.'}
      </p>
      <Details summary="How the score is worked out">
        <p className="govuk-body">
          Each part is from 0 to 1. Score = (the sum of weight × part) × place factor, to one decimal. A part
          that is not known counts nothing: unknown is not weak. A priority scores the average of its threat
          areas.
        </p>
        <ul className="govuk-list govuk-list--bullet">
          {PARTS.map((part) => (
            <li key={part}>
              {PART_NAMES[part]}: {PART_MEANINGS[part]}.
            </li>
          ))}
          <li>
            Place factor: (home weight × share at home + overseas weight × share overseas) ÷ 50, by the levels
            of the questions asked; 1 where both weigh the same or nothing says where.
          </li>
        </ul>
        <p className="govuk-body">The CSV file holds every figure needed to work all of it out again.</p>
      </Details>
    </>
  );
}
