import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { undoTermMerge } from '~/domain/taxonomy/commands/undo-term-merge.server';
import { mayEditTerms } from '~/domain/taxonomy/term-policy';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { bannerCookie } from '~/web/banner.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Make them two again');

const back = ({ params }: LoaderFunctionArgs | ActionFunctionArgs) =>
  paths.term((params['reference'] ?? '').replace('-', ''));

/** The button stands on the page of the merged term; this address only takes it. */
export async function loader(args: LoaderFunctionArgs) {
  permitted(mayEditTerms(await personWhoAsks(args)));
  return redirect(back(args));
}

export async function action(args: ActionFunctionArgs) {
  const reply = await act(args, undoTermMerge, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => back(args),
    says: 'They are two terms again',
  });
  if (!('data' in reply)) return reply;
  const why = 'These are two terms again already.';
  return redirect(back(args), { status: 303, headers: { 'Set-Cookie': await bannerCookie(why) } });
}

/** Nothing is ever shown here, but refusals need the frame that a page has. */
export default function UndoTermMerge() {
  return null;
}
