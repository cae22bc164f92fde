import type { WalkedChain } from '~/domain/insight/queries/walked-chain.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { SidePanel } from '~/ui/layout/side-panel';
import { Lede } from '~/ui/report/lede';
import { Walked } from './walked';

const CHAIN = [
  { name: 'Priority', what: 'A dated strategy says what matters, threat by threat.' },
  { name: 'Question', what: 'A government team asks what it needs to know, for a decision with a date.' },
  { name: 'Bid', what: 'Experts answer, or offer to, under seal: nobody reads a bid before the deadline.' },
  {
    name: 'Evaluation',
    what: 'A panel scores each bid alone, then agrees, with reasons that every bidder gets.',
  },
  {
    name: 'Finding',
    what: 'What comes out is citable, says its limits, and is published or held for a stated reason.',
  },
  { name: 'Rating', what: 'People on both sides say how much a finding matters to each priority.' },
  { name: 'Impact', what: 'A decision that a finding informed is recorded, with its evidence.' },
];

/** For whoever is not in the network: what this is, how it works, and the ways in. */
export function Welcome({ name, chain }: { name: string | null; chain: WalkedChain | null }) {
  return (
    <PageBody
      aside={
        <SidePanel title="Open to everybody">
          <ul className="govuk-list">
            <li>
              <a className="govuk-link" href={paths.publicSummary()}>
                Asked, bought and known, in brief
              </a>
            </li>
            <li>
              <a className="govuk-link" href={paths.questions()}>
                Questions that were released
              </a>
            </li>
            <li>
              <a className="govuk-link" href={paths.findings()}>
                The knowledge base
              </a>
            </li>
            <li>
              <a className="govuk-link" href={paths.strategy()}>
                Strategies and priorities
              </a>
            </li>
            <li>
              <a className="govuk-link" href={paths.map()}>
                The evidence and demand map
              </a>
            </li>
          </ul>
        </SidePanel>
      }
    >
      <h1 className="govuk-heading-xl">Take soundings from people who know</h1>
      <Lede>
        Soundings is where government teams that work on serious and organised crime ask academic experts, and
        where the answers are kept, rated and traced to what they changed.
      </Lede>
      {name && (
        <InsetText>
          Welcome, {name}. You are not a verified member yet: <a href={paths.account()}>your account</a> says
          how to become one.
        </InsetText>
      )}
      {!name && (
        <ActionBar>
          <Button href={paths.join()} start>
            Join Soundings
          </Button>
          <a className="govuk-link" href={paths.signIn()}>
            Sign in
          </a>
        </ActionBar>
      )}
      <h2 className="govuk-heading-l">How it works</h2>
      <p className="govuk-body">One chain, each link with a page of its own:</p>
      <ol className="govuk-list govuk-list--number">
        {CHAIN.map((link) => (
          <li key={link.name}>
            <strong>{link.name}.</strong> {link.what}
          </li>
        ))}
      </ol>
      {chain && <Walked chain={chain} />}
      <h2 className="govuk-heading-l">Who it is for</h2>
      <p className="govuk-body">
        <strong>Teams in government and policing</strong> post a question, find experts, run a fair
        competition and get an answer in time for a decision.
      </p>
      <p className="govuk-body">
        <strong>Experts</strong> in universities, institutes, charities and public bodies keep a profile, are
        found, see terms and odds before the first word, get feedback on every bid, and share research that
        nobody commissioned.
      </p>
      <p className="govuk-body">
        An address of most UK universities lets you in at once. Others come by invitation, or ask.
      </p>
    </PageBody>
  );
}
