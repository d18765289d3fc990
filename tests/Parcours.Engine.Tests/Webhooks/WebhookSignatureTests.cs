using System.Text;

namespace Parcours.Engine.Webhooks;

public sealed class WebhookSignatureTests
{
    // The example that the specification's libraries publish.
    [Fact]
    public void Published_example_has_its_published_signature() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, Encoding.UTF8.GetBytes("{\"test\": 2432232314}")));

    [Fact]
    public void New_secret_has_the_prefix_and_32_bytes()
    {
        string secret = WebhookSignature.NewSecret();
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length);
        Assert.NotEqual(secret, WebhookSignature.NewSecret());
    }

    [Fact]
    public void Waits_grow_and_end_and_chance_makes_them_a_fifth_longer_at_most()
    {
        RetrySchedule usual = RetrySchedule.Usual;
        TimeSpan?[] waits = [.. Enumerable.Range(1, 11).Select(failures => usual.After(failures, 0))];
        Assert.Equal(TimeSpan.FromSeconds(5), waits[0]);
        Assert.Equal(waits[..10].Order(), waits[..10]);
        Assert.Null(waits[10]);
        Assert.Equal(TimeSpan.FromSeconds(6), usual.After(1, 1));
    }
}
