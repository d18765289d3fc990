// Sends what a shop's server sends with Segment's library for Node: only the host is another.
import { Analytics } from '@segment/analytics-node';
import { order } from './order.js';

const [host, writeKey] = process.argv.slice(2);
const analytics = new Analytics({ writeKey, host, flushAt: 15 });
analytics.on('error', (fault) => {
  console.error(fault);
  process.exitCode = 1;
});

analytics.identify({ userId: 'node-1', traits: { email: 'Node.One@Shop.example', plan: 'pro', logins: 5 } });
analytics.track({ userId: 'node-1', event: 'Song Played', properties: { artist: 'Nirvana' } });
analytics.page({ userId: 'node-1', name: 'Home', properties: { url: 'https://shop.example/' } });
analytics.group({ userId: 'node-1', groupId: 'ACME', traits: { name: 'Acme', industry: 'Tools' } });
analytics.track({ anonymousId: 'device-1', event: 'Product Viewed', properties: { product_id: 'mug' } });
analytics.alias({ userId: 'node-1', previousId: 'device-1' });
analytics.track({ userId: 'node-1', event: 'Order Completed', properties: order('N-1') });
await analytics.closeAndFlush();
