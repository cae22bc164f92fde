// Loads the demonstration into a new demonstration database, or with --list prints the questions it holds.
import { demonstratedQuestions, type DemonstratedQuestion } from '../prisma/seed/demonstration/listing';
import { loadDemonstration } from '../prisma/seed/demonstration';
import { disconnect } from '~/platform/db.server';

const listOnly = process.argv.includes('--list');
if (!listOnly && !(await loadDemonstration())) console.log('People are there already: nothing was loaded.');
print(await demonstratedQuestions());
await disconnect();

function print(questions: DemonstratedQuestion[]): void {
  console.log(`\n${questions.length} questions:`);
  for (const { reference, route, state, title } of questions)
    console.log(`  ${reference}  ${route.padEnd(28)} ${state.padEnd(28)} ${title.slice(0, 80)}`);
}
