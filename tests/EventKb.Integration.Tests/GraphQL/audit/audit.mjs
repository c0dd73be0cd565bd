// Prints the audits of GraphQL over HTTP that a server does not pass, then how many it passes.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
for (const result of results)
  if (result.status !== 'ok') console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
console.log(`${results.filter((r) => r.status === 'ok').length} of ${results.length}`);
