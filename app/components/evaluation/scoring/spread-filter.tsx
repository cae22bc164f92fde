import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';

interface Props {
  action: string;
  filter: {
    show: string;
    range: number;
    criterion: number | null;
    bid: string | null;
    person: string | null;
  };
  criteria: { position: number; name: string }[];
  bids: { reference: string; bidder: string }[];
  people: { reference: string; name: string }[];
}

/** Finds scores by how far they lie apart; the choice stands in the address. */
export const SpreadFilter = ({ action, filter, criteria, bids, people }: Props) => (
  <form method="get" action={action}>
    <div className="flex flex-wrap gap-6">
      <Select
        id="show"
        name="show"
        label="Show"
        defaultValue={filter.show}
        options={[
          { value: 'apart', text: 'Where scores differ' },
          { value: 'outliers', text: 'Where one stands alone' },
          { value: 'all', text: 'All' },
        ]}
      />
      <Select
        id="range"
        name="range"
        label="At least so far apart"
        defaultValue={String(filter.range)}
        options={[0, 1, 2, 3, 4, 5].map((value) => ({ value: String(value), text: String(value) }))}
      />
      <Select
        id="criterion"
        name="criterion"
        label="Criterion"
        defaultValue={filter.criterion === null ? '' : String(filter.criterion)}
        options={[
          { value: '', text: 'All' },
          ...criteria.map(({ position, name }) => ({ value: String(position), text: name })),
        ]}
      />
      <Select
        id="bid"
        name="bid"
        label="Bid"
        defaultValue={filter.bid ?? ''}
        options={[
          { value: '', text: 'All' },
          ...bids.map(({ reference, bidder }) => ({ value: reference, text: bidder })),
        ]}
      />
      <Select
        id="person"
        name="person"
        label="Scored by"
        defaultValue={filter.person ?? ''}
        options={[
          { value: '', text: 'Anybody' },
          ...people.map(({ reference, name }) => ({ value: reference, text: name })),
        ]}
      />
    </div>
    <Button variant="secondary">Show these</Button>
  </form>
);
