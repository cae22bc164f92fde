import type { SubmissionResult } from '@conform-to/react';
import { checkboxesProps, fieldProps, Form } from '~/components/form';
import { INTEREST_KINDS, KIND_NAMES } from '~/domain/evaluation/interests/interest-kind';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Checkboxes } from '~/ui/forms/checkboxes';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { DECLARED_AT } from './stage-names';

interface Props {
  view: {
    stage: 'publication' | 'opening' | 'award';
    scopeOfConflicts: 'competition' | 'bid';
    bidders: { reference: string; name: string; kind: 'person' | 'organisation'; self: boolean }[] | null;
    current: { hasInterest: boolean; details: string; about: string[]; kinds: string[] } | null;
    prefilled: { details: string; about: string[]; kinds: string[] } | null;
  };
  reply: { result: SubmissionResult } | undefined;
}

/** Against the list of people and organisations once bids are opened, which says nothing of who bids with whom. */
export function DeclarationForm({ view, reply }: Props) {
  const { stage, bidders, current, prefilled, scopeOfConflicts } = view;
  const said = current ?? prefilled;
  const values = {
    hasInterest: current ? (current.hasInterest ? 'yes' : 'no') : prefilled ? 'yes' : '',
    details: said?.details ?? '',
    about: said?.about ?? [],
    kinds: said?.kinds ?? [],
  };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          <h2 className="govuk-heading-m">{DECLARED_AT[stage]}</h2>
          <p className="govuk-body">
            An interest is anything that could sway you or look as if it could: family, friendship, shared
            work or publications, money, a past or future employer. A confirmed conflict closes{' '}
            {scopeOfConflicts === 'competition' ? 'this whole competition' : 'the bids concerned'} to you.
          </p>
          {prefilled && !current && (
            <p className="govuk-body">
              Filled in from{' '}
              <a href={paths.ownInterests()} className="govuk-link">
                your register of interests
              </a>
              . Add what it lacks.
            </p>
          )}
          <input type="hidden" name="stage" value={stage} />
          <Radios
            label="Do you have an interest?"
            labelProps={{ size: 's' }}
            items={[
              { value: 'no', label: 'No, I have no interest to declare' },
              { value: 'yes', label: 'Yes, I declare an interest' },
            ]}
            {...fieldProps(fields['hasInterest'])}
          />
          {bidders && bidders.length > 0 && (
            <Checkboxes
              label="Who is it about?"
              labelProps={{ size: 's' }}
              hint="People and organisations that stand in the bids, in the order of the alphabet and tied to no bid. Read the whole list before you answer."
              small
              items={bidders.map(({ reference, name, kind, self }) => ({
                value: reference,
                label: self ? `${name} (you)` : name,
                ...(kind === 'organisation' ? { hint: 'Organisation' } : {}),
              }))}
              {...checkboxesProps(fields['about'])}
            />
          )}
          <Checkboxes
            label="What kind of interest is it?"
            labelProps={{ size: 's' }}
            hint="If you choose none, it counts as personal."
            small
            items={INTEREST_KINDS.map((kind) => ({
              value: kind,
              label: KIND_NAMES[kind].name,
              hint: KIND_NAMES[kind].hint,
            }))}
            {...checkboxesProps(fields['kinds'])}
          />
          <Textarea
            label="If you have an interest, what is it?"
            hint="The senior responsible owner reads this and decides. It is kept on file."
            rows={5}
            {...fieldProps(fields['details'])}
          />
          <Button once>Declare</Button>
        </>
      )}
    </Form>
  );
}
