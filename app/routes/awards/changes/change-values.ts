import { dayValues, type Values } from '~/components/form';
import type { ChangeKind } from '~/domain/awards/changes/change-request';

interface View {
  endsOn: Date | null;
  milestones: { position: number; dueOn: Date; amount: number; open: boolean; paid: boolean }[];
}

const pounds = (pence: number): string => (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2);

/** A form of a change starts from what stands. */
export function changeValues(kind: ChangeKind, { endsOn, milestones }: View): Values {
  if (kind === 'dates')
    return {
      endsOn: dayValues(endsOn),
      rows: milestones
        .filter(({ open }) => open)
        .map(({ position, dueOn }) => ({ position: String(position), dueOn: dayValues(dueOn) })),
    };
  if (kind === 'budget')
    return {
      rows: milestones
        .filter(({ paid }) => !paid)
        .map(({ position, amount }) => ({ position: String(position), amount: pounds(amount) })),
    };
  return {};
}
