using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Time;

namespace Parcours.Engine.Sources;

public sealed class SignaturesTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":1,"name":"é"}""");
    private static readonly Instant Now = new(1_772_668_800L * Instant.MicrosPerSecond);

    [Fact]
    public void Signature_in_base64_is_right_for_any_of_the_secrets_and_these_bytes_alone()
    {
        string signature = Convert.ToBase64String(HMACSHA256.HashData("hush"u8, Body));
        Assert.Equal(SignatureVerdict.Right, Signatures.Base64(Body, signature, ["hush"]));
        Assert.Equal(SignatureVerdict.Right, Signatures.Base64(Body, signature, ["new", "hush"]));
        Assert.Equal(SignatureVerdict.Wrong, Signatures.Base64(Body, signature, ["new"]));
        Assert.Equal(SignatureVerdict.Wrong, Signatures.Base64([.. Body, 32], signature, ["hush"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all, and far longer than any hash that could ever be")]
    public void Signature_that_is_none_is_wrong(string? signature)
    {
        Assert.Equal(SignatureVerdict.Wrong, Signatures.Base64(Body, signature, ["hush"]));
        Assert.Equal(SignatureVerdict.Wrong, Signatures.Hex(Body, signature, ["hush"]));
        Assert.Equal(SignatureVerdict.Wrong, Signatures.Stripe(Body, signature, ["hush"], Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=")]
    public void Signature_in_hexadecimal_may_have_a_word_before_it(string before) =>
        Assert.Equal(SignatureVerdict.Right, Signatures.Hex(Body, before + Convert.ToHexString(HMACSHA256.HashData("hush"u8, Body)), ["hush"]));

    [Theory]
    [InlineData(0, SignatureVerdict.Right)]
    [InlineData(-300, SignatureVerdict.Right)]
    [InlineData(300, SignatureVerdict.Right)]
    [InlineData(-301, SignatureVerdict.Old)]
    [InlineData(301, SignatureVerdict.Old)]
    public void Dated_signature_holds_for_five_minutes(int seconds, SignatureVerdict verdict) => Assert.Equal(verdict, Signatures.Stripe(Body, $"t={At(seconds)},v1={Of("hush", At(seconds))},v0=ab", ["hush"], Now));

    [Fact]
    public void Dated_signature_may_be_one_of_several() =>
        Assert.Equal(SignatureVerdict.Right, Signatures.Stripe(Body, $"t={At(0)}, v1={Of("other", At(0))}, v1={Of("hush", At(0))}", ["hush"], Now));

    [Fact]
    public void Dated_signature_of_another_time_is_wrong() => Assert.Equal(SignatureVerdict.Wrong, Signatures.Stripe(Body, $"t={At(0)},v1={Of("hush", At(-1))}", ["hush"], Now));

    [Fact]
    public void Time_without_a_signature_is_wrong_however_old() => Assert.Equal(SignatureVerdict.Wrong, Signatures.Stripe(Body, $"t={At(-9999)},v0={Of("hush", At(-9999))}", ["hush"], Now));

    private static long At(int seconds) => (Now.Micros / Instant.MicrosPerSecond) + seconds;

    private static string Of(string secret, long time) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes($"{time}."), .. Body]));
}
