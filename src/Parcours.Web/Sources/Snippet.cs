namespace Parcours.Web.Sources;

/// <summary>What to paste into a client's code so that it sends here.</summary>
/// <param name="Client">The client, as its makers call it.</param>
/// <param name="Code">The code, with the address and the key in it.</param>
public sealed record Snippet(string Client, string Code)
{
    /// <summary>The snippets of all clients.</summary>
    /// <param name="address">The server's address, without a slash at its end.</param>
    /// <param name="key">A write key.</param>
    public static IReadOnlyList<Snippet> All(string address, string key) =>
    [
        new("curl", $$$"""
            curl {{{address}}}/v1/track -u {{{key}}}: -H 'Content-Type: application/json' \
              -d '{"userId":"42","event":"Order Completed","properties":{"order_id":"1001","total":59.9,"currency":"EUR"}}'
            """),
        new("analytics.js, in a page", $$$"""
            <!-- standalone.js is dist/umd/standalone.js of the npm package @segment/analytics-next: serve it from your own site -->
            <script src="/standalone.js"></script>
            <script>
              const analytics = AnalyticsNext.AnalyticsBrowser.load({ writeKey: '{{{key}}}', cdnURL: '{{{address}}}' });
              analytics.page();
            </script>
            """),
        new("@segment/analytics-next", $$$"""
            import { AnalyticsBrowser } from '@segment/analytics-next';
            const analytics = AnalyticsBrowser.load({ writeKey: '{{{key}}}', cdnURL: '{{{address}}}' });
            analytics.identify('42', { email: 'ada@example.com' });
            analytics.track('Order Completed', { order_id: '1001', total: 59.9, currency: 'EUR' });
            """),
        new("@segment/analytics-node", $$$"""
            import { Analytics } from '@segment/analytics-node';
            const analytics = new Analytics({ writeKey: '{{{key}}}', host: '{{{address}}}' });
            analytics.track({ userId: '42', event: 'Order Completed', properties: { order_id: '1001', total: 59.9, currency: 'EUR' } });
            """),
        new("@rudderstack/rudder-sdk-node", $$$"""
            import RudderAnalytics from '@rudderstack/rudder-sdk-node';
            const client = new RudderAnalytics('{{{key}}}', { dataPlaneUrl: '{{{address}}}' });
            client.track({ userId: '42', event: 'Order Completed', properties: { order_id: '1001', total: 59.9, currency: 'EUR' } });
            """),
        new("Python", $$$"""
            import segment.analytics as analytics  # pip install segment-analytics-python
            analytics.write_key = '{{{key}}}'
            analytics.host = '{{{address}}}'
            analytics.track('42', 'Order Completed', {'order_id': '1001', 'total': 59.9, 'currency': 'EUR'})
            """),
        new("PHP", $$$"""
            <?php // no library needed
            $message = ['userId' => '42', 'event' => 'Order Completed', 'properties' => ['order_id' => '1001', 'total' => 59.9, 'currency' => 'EUR']];
            file_get_contents('{{{address}}}/v1/track', false, stream_context_create(['http' => [
                'method' => 'POST',
                'header' => "Content-Type: application/json\r\nAuthorization: Basic " . base64_encode('{{{key}}}:'),
                'content' => json_encode($message),
            ]]));
            """),
        new("Google Tag Manager, as a custom HTML tag", $$$"""
            <script>
              fetch('{{{address}}}/v1/page', {
                method: 'POST', keepalive: true, headers: { 'Content-Type': 'text/plain' },
                body: JSON.stringify({ writeKey: '{{{key}}}', anonymousId: '{{Client ID}}', name: document.title, properties: { url: location.href } })
              });
            </script>
            """),
    ];
}
