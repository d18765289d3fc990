// Sends what a shop's server sends with RudderStack's library for Node: only the host is another.
import { createRequire } from 'node:module';
import { order } from './order.js';

const RudderAnalytics = createRequire(import.meta.url)('@rudderstack/rudder-sdk-node');
const [host, writeKey] = process.argv.slice(2);
const analytics = new RudderAnalytics(writeKey, { dataPlaneUrl: host, flushAt: 20, logLevel: 'error' });

analytics.identify({ userId: 'rudder-1', traits: { email: 'Rudder.One@Shop.example', plan: 'pro' } });
analytics.track({ userId: 'rudder-1', event: 'Song Played', properties: { artist: 'Nirvana' } });
analytics.page({ userId: 'rudder-1', name: 'Home', properties: { url: 'https://shop.example/' } });
analytics.group({ userId: 'rudder-1', groupId: 'ACME', traits: { name: 'Acme', industry: 'Tools' } });
analytics.track({ anonymousId: 'device-2', event: 'Product Viewed', properties: { product_id: 'mug' } });
analytics.alias({ userId: 'rudder-1', previousId: 'device-2' });
analytics.track({ userId: 'rudder-1', event: 'Order Completed', properties: order('R-1') });
await new Promise((done, failed) => analytics.flush((fault) => (fault ? failed(fault) : done())));
process.exit(0);
