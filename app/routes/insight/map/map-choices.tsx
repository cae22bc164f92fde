import { DayField } from '~/components/as-of';
import { MAP_CONFIDENCES, type Lens, type MapView } from '~/domain/insight/map/map-view';
import { SCALE } from '~/domain/ratings/rating';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';

export interface MapChoicesProps {
  shown: {
    view: MapView;
    choices: { key: string; name: string }[];
    lenses: { lens: Lens; name: string; terms: { slug: string; name: string }[] }[];
    released: boolean;
    narrowed: boolean;
    may: { chooseView: boolean };
    typed?: string | undefined;
    wrong?: string | undefined;
  };
}

const any = { value: '', text: 'Any' };
const CONFIDENCE_NAMES = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  notAppraised: 'Not yet appraised',
};

/** Which lists stand against each other, who counts, and what narrows it. */
export function MapChoices({ shown }: MapChoicesProps) {
  const { view, choices, narrowed } = shown;
  const options = choices.map(({ key, name }) => ({ value: key, text: name }));
  return (
    <form method="get" action={paths.map()}>
      <div className="flex flex-wrap items-end gap-x-4">
        <Select name="rows" label="Rows" defaultValue={view.rows} options={options} className="max-w-full" />
        <Select
          name="columns"
          label="Columns"
          defaultValue={view.columns}
          options={options}
          className="max-w-full"
        />
        {shown.may.chooseView && (
          <Select
            name="view"
            label="Counting"
            defaultValue={shown.released ? 'released' : 'network'}
            options={[
              { value: 'network', text: 'All that I may see' },
              { value: 'released', text: 'What was released to the public' },
            ]}
          />
        )}
        <Button variant="secondary">Show</Button>
      </div>
      <Details summary="Narrow the map, or show a past day" open={narrowed || shown.wrong !== undefined}>
        <Narrowing {...shown} />
      </Details>
    </form>
  );
}

function Narrowing({ view, lenses, released, typed, wrong }: MapChoicesProps['shown']) {
  const relevance = Object.entries(SCALE).map(([value, text]) => ({
    value,
    text: `${value} ${text}, or more`,
  }));
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4">
        {lenses.map(({ lens, name, terms }) => (
          <Select
            key={lens}
            name={lens}
            label={name}
            defaultValue={view[lens] ?? ''}
            options={[any, ...terms.map(({ slug, name: text }) => ({ value: slug, text }))]}
            className="max-w-full"
          />
        ))}
        <Select
          name="confidence"
          label="Confidence"
          defaultValue={view.confidence ?? ''}
          options={[any, ...MAP_CONFIDENCES.map((value) => ({ value, text: CONFIDENCE_NAMES[value] }))]}
        />
        <Select
          name="fresh"
          label="Review day"
          defaultValue={view.fresh ?? ''}
          options={[any, { value: 'current', text: 'Not passed' }, { value: 'pastReview', text: 'Passed' }]}
        />
        {!released && (
          <Select
            name="relevance"
            label="Adjusted rating"
            defaultValue={view.relevance ?? ''}
            options={[any, ...relevance]}
          />
        )}
        <TextInput name="from" label="From year" width={4} inputMode="numeric" defaultValue={view.from} />
        <TextInput name="to" label="To year" width={4} inputMode="numeric" defaultValue={view.to} />
        <DayField label="As it stood on" {...{ typed, wrong }} />
      </div>
      <Button variant="secondary">Narrow</Button>{' '}
      <a className="govuk-link" data-no-day href={paths.map({ rows: view.rows, columns: view.columns })}>
        Clear what narrows it
      </a>
    </>
  );
}
