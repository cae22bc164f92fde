import pg from 'pg';
import { connectTo, disconnect } from '~/platform/db.server';
import { makeSearchable } from './support/factories/searchable';
import { actorFor, makePerson } from './support/factories/people';
import { ask } from '~/domain/query.server';
import { searchEverything } from '~/domain/matching/queries/search-everything.server';
import { startPostgres } from '~/platform/embedded-postgres/start.server';
import { applyMigrations } from '~/platform/migrations/apply.server';
import { database } from '~/platform/db.server';
const server = await startPostgres({ dataFolder: '/tmp/lead/language/pg', port: 5577, durable: false });
const url = server.adminUrl.replace(/[^/]+$/, 'bulk');
const admin = new pg.Client({ connectionString: server.adminUrl }); await admin.connect();
const there = (await admin.query("select 1 from pg_database where datname='bulk'")).rowCount;
try {
  if (!there) { await admin.query('CREATE DATABASE bulk'); await admin.query("ALTER DATABASE bulk SET soundings.kind = 'test'"); await applyMigrations(url); await connectTo(url); const { loadReferenceData } = await import('../prisma/seed/reference'); await loadReferenceData(database()); } else await connectTo(url);
  if (!there) {
  const w = await makeSearchable();
  const client = new pg.Client({ connectionString: url }); await client.connect(); await client.query('SET session_replication_role = replica');
  const pool = () => client;
  const N = Number(process.argv[2] ?? 10000);
  const words = `(SELECT string_agg((ARRAY['port','insider','fraud','drug','money','county','lines','ransom','border','police','victim','network','market','price','harm','prison','bank','gang','route','cash'])[1+floor(random()*20)::int] || CASE WHEN random()<0.3 THEN floor(random()*5000)::text ELSE '' END, ' ') FROM generate_series(1,300) g WHERE n = n)`;
  const t0 = performance.now();
  await pool().query(`INSERT INTO question SELECT (q2).* FROM (SELECT jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(), 'reference', 'B'||lpad(n::text,7,'0'), 'title', 'Bulk '||n, 'background', ${words})) AS q2 FROM question q, generate_series(1,${N}) n WHERE q.id = $1::uuid) x`, [w.quay.id]);
  await pool().query(`INSERT INTO finding SELECT (q2).* FROM (SELECT jsonb_populate_record(q, jsonb_build_object('id', ('00000000-0000-4000-8000-'||lpad(n::text,12,'0')), 'reference', 'C'||lpad(n::text,7,'0'))) AS q2 FROM finding q, generate_series(1,${N}) n WHERE q.id = $1::uuid) x`, [w.kite.id]);
  await pool().query(`INSERT INTO finding_version SELECT (q2).* FROM (SELECT jsonb_populate_record(q, jsonb_build_object('id', gen_random_uuid(), 'finding_id', ('00000000-0000-4000-8000-'||lpad(n::text,12,'0')), 'title', 'Bulk '||n, 'summary', ${words})) AS q2 FROM finding_version q, generate_series(1,${N}) n WHERE q.finding_id = $1::uuid) x`, [w.kite.id]);
  await pool().query(`INSERT INTO question_term SELECT q.id, t.id FROM question q, term t WHERE t.scheme='threatArea' AND random()<0.3 ON CONFLICT DO NOTHING`).catch((e: Error)=>console.log('terms', e.message));
  await pool().query(`INSERT INTO finding_term SELECT q.id, t.id FROM finding q, term t WHERE t.scheme='threatArea' AND random()<0.3 ON CONFLICT DO NOTHING`);
  await pool().query(`INSERT INTO rating (id, finding_id, version_id, priority_id, person_id, value, certainty, rater_role, rated_at, changed_at) SELECT gen_random_uuid(), f.id, v.id, $1::uuid, p.id, 1+floor(random()*5)::int, 2, 'policy', now(), now() FROM finding f JOIN finding_version v ON v.finding_id=f.id, person p WHERE random()<0.05 ON CONFLICT DO NOTHING`, [w.aim.id]);
  await pool().query('VACUUM ANALYZE');
  await client.end(); console.log('made', Math.round(performance.now()-t0));
  }
 void ('select (select count(*) from question) q,(select count(*) from finding) f,(select count(*) from rating) r'); 
  const member = await actorFor((await makePerson()).id);
  const qs = ['port', 'port insider fraud drug', '"county lines"', 'port -insider', 'threat:fraud', 'threat:fraud port', 'port OR -insider', 'NOT threat:fraud', 'the -port', 'the AND -port', 'mean(relevance)>=3', 'variance(relevance)>1 OR count(relevance)<3', 'ratings:0', 'stale:yes', 'gap:yes', 'findings:0', 'priority:none', 'team:quay organisation:harbour author:moyle', 'author:moyle OR rated-by:rowan', 'year:2024 OR port', '(port AND year:2024) OR (fraud AND NOT gap:yes) OR (drug AND findings:0)', Array.from({length:18},(_,i)=>`port${i} OR -drug${i}`).join(' OR ').slice(0,390), Array.from({length:19},(_,i)=>`(port AND year:20${10+i})`).join(' OR ').slice(0,395), '-threat:none -strand:none -bids:0 -answers:0 -findings:1', Array.from({length:14},(_,i)=>`mean(relevance)>=${i/3}`).join(' OR ').slice(0,390).replace(/ OR [^ ]*$/,''), 'NOT (port OR fraud OR drug)', 'port AND NOT (drug OR year:2019)', 'bulk'];
  for (const q of qs) {
    const t = performance.now();
    const v = await ask(searchEverything, member, { q });
    const t1 = performance.now() - t; const t2s = performance.now();
    await ask(searchEverything, member, { q });
    console.log(Math.round(t1).toString().padStart(6), Math.round(performance.now()-t2s).toString().padStart(6), q.slice(0, 80), v?.questions.hits.length, v?.findings.hits.length, v?.problems.length);
  }
  const actorV = { kind: 'visitor', asOf: new Date() } as const;
  void actorV;
} finally { await disconnect(); await admin.end(); await server.stop(); }
