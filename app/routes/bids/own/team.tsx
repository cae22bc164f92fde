import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { BidPage } from '~/components/bid/bid-page';
import { MembersTable } from '~/components/bid/team/members-table';
import { PartnersTable } from '~/components/bid/team/partners-table';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { replyFor, type Reply } from '~/components/bid/reply-for';
import { addBidPartner } from '~/domain/bids/commands/add-bid-partner.server';
import { inviteBidMember } from '~/domain/bids/commands/invite-bid-member.server';
import { removeBidMember } from '~/domain/bids/commands/remove-bid-member.server';
import { removeBidPartner } from '~/domain/bids/commands/remove-bid-partner.server';
import { bidTeam } from '~/domain/bids/queries/bid-team.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfBid } from '../chain-of-bid.server';

const search = { person: z.string().max(100).optional(), organisation: z.string().max(100).optional() };

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const words = readSearch(args.request, search);
  const team = found(await ask(bidTeam, actor, { reference: args.params['reference'], ...words }));
  return { team, words, chain: await chainOfBid(actor, team.reference) };
}

/** Which of the forms on this page was sent. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const intent = form.get('intent');
  form.delete('intent');
  const sent = { form, fixed: { reference: args.params['reference'] ?? '' } };
  const back = ({ reference }: { reference: string }) => paths.bidTeam(reference);
  if (intent === 'invite')
    return act(args, inviteBidMember, {
      ...sent,
      done: back,
      says: ({ name }) => `${name} is asked to join`,
    });
  if (intent === 'remove')
    return act(args, removeBidMember, {
      ...sent,
      done: (value) => (value.own ? paths.bids() : back(value)),
      says: ({ name, own }) => (own ? 'You have left the bid' : `${name} is removed from the bid`),
    });
  if (intent === 'addPartner')
    return act(args, addBidPartner, {
      ...sent,
      done: back,
      says: ({ name }) => `${name} is added as a partner`,
    });
  if (intent === 'removePartner')
    return act(args, removeBidPartner, { ...sent, done: back, says: ({ name }) => `${name} is removed` });
  throw data('The form could not be read', { status: 400 });
}

export const meta = () => pageTitle('People and partners');

type View = ReturnType<typeof useLoaderData<typeof loader>>['team'];

/** Whether the form that was refused is still on the page: the row that it stood in may be gone. */
function hasItsForm(
  reply: Reply | undefined,
  { may, members, partners, found: { experts, organisations } }: View,
) {
  const rows = [...members.filter(({ role }) => role !== 'lead'), ...partners];
  const offered = [...(experts ?? []), ...(organisations ?? [])];
  return may.change && [...rows, ...offered].some((row) => isFor(reply, row.reference));
}

const isFor = (reply: Reply | undefined, reference: string): boolean =>
  Boolean(replyFor(reply, { person: reference }) ?? replyFor(reply, { organisation: reference }));

export default function Team() {
  const { team, words, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BidPage chain={chain} bid={team} here="People and partners">
      {!hasItsForm(reply, team) && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">People and partners</h1>
      <p className="govuk-body">
        Only people who are in the bid and have accepted can read it. When bids are opened, the panel sees all
        bidders’ names in one alphabetical list, to declare its interests against.
      </p>
      <MembersTable team={team} reply={reply} words={words.person} />
      <PartnersTable team={team} reply={reply} words={words.organisation} />
    </BidPage>
  );
}
