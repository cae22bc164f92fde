import { randomUUID } from 'node:crypto';
import { readDraft } from '~/domain/bids/sealing/draft-vault.server';
import { showReference } from '~/domain/reference';
import { database } from '~/platform/db.server';
import { send, type Answer } from './http';
import type { ReadyDraft } from './many-drafts';

interface Pending {
  path: string;
  form: Record<string, string>;
  /** What the bid is once it is done. */
  revision: number;
  submissions: number;
  text: string | null;
}

export interface Damage {
  lost: number;
  halfDone: number;
  doubled: number;
}

const EVERY_TENTH = 10;

/** One person who saves and submits one bid, as fast as answers come, and remembers what was acknowledged. */
export class Writer {
  acknowledged = 0;
  private revision = 1;
  private submissions = 0;
  private text: string;
  private pending: Pending | null = null;

  constructor(private readonly draft: ReadyDraft) {
    this.text = draft.content.quality.summary;
  }

  /** Writes until the installation is gone; the request that got no answer stays pending. */
  async write(address: string, goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      this.pending = this.next();
      const answer = await this.sendPending(address).catch(() => null);
      if (answer?.status !== 303) return;
      this.done();
    }
  }

  /** What was not answered is sent again with its key, as a browser would; it must do its work once. */
  async retry(address: string): Promise<boolean> {
    if (!this.pending) return true;
    const answer = await this.sendPending(address);
    if (answer.status !== 303) return false;
    this.done();
    return true;
  }

  private next(): Pending {
    const path = `/bids/${showReference(this.draft.reference)}`;
    const form = { _key: randomUUID(), revision: String(this.revision) };
    if (this.acknowledged % EVERY_TENTH === EVERY_TENTH - 1) {
      const submissions = this.submissions + 1;
      return { path: `${path}/check`, form, revision: this.revision, submissions, text: null };
    }
    const text = `Write ${this.acknowledged + 1}, ${randomUUID()}`;
    const revision = this.revision + 1;
    return {
      path: `${path}/sections/summary`,
      form: { ...form, text },
      revision,
      submissions: this.submissions,
      text,
    };
  }

  private sendPending(address: string): Promise<Answer> {
    const { path, form } = this.pending ?? this.next();
    return send(address, path, { cookie: this.draft.cookie, form });
  }

  private done(): void {
    if (!this.pending) return;
    this.revision = this.pending.revision;
    this.submissions = this.pending.submissions;
    this.text = this.pending.text ?? this.text;
    this.pending = null;
    this.acknowledged += 1;
  }

  /** Compares what stands in the database with what was acknowledged and, at most, the one pending request. */
  async damage(): Promise<Damage> {
    const bid = await database().bid.findUniqueOrThrow({
      where: { id: this.draft.bidId },
      include: { submissions: true },
    });
    const facts = await database().fact.findMany({
      where: { nounId: bid.id },
      select: { name: true, data: true },
    });
    const text = readDraft(bid).content.quality.summary;
    const expected = [this.state(this.revision, this.submissions, this.text)];
    if (this.pending)
      expected.push(
        this.state(this.pending.revision, this.pending.submissions, this.pending.text ?? this.text),
      );
    const whole = expected.includes(this.state(bid.revision, bid.submissions.length, text));
    const lost = bid.revision < this.revision || bid.submissions.length < this.submissions;
    const saved = facts.filter(({ name }) => name === 'BidWasSaved').map(({ data }) => revisionOf(data));
    const sent = facts.filter(({ name }) => name === 'BidWasSubmitted').length;
    const live = bid.submissions.filter(({ replacedAt, withdrawnAt }) => !replacedAt && !withdrawnAt).length;
    const doubled = new Set(saved).size !== saved.length || live > 1 || sent > bid.submissions.length;
    const halfDone =
      saved.length !== bid.revision - 1 || sent !== bid.submissions.length || live !== Math.min(1, sent);
    return { lost: Number(lost), halfDone: Number(halfDone || (!whole && !lost)), doubled: Number(doubled) };
  }

  private state(revision: number, submissions: number, text: string): string {
    return JSON.stringify([revision, submissions, text]);
  }
}

const revisionOf = (data: unknown): unknown => (data as { revision?: unknown }).revision;
