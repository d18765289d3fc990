using System.Text;
using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

public sealed class TotpTests
{
    // RFC 6238, appendix B, the SHA-1 rows.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_is_that_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Encoding.ASCII.GetBytes("12345678901234567890"), seconds / 30, digits: 8));

    // The same secret in Base32.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, 1L)]
    [InlineData(29, 1L)]
    [InlineData(89, 1L)]
    [InlineData(90, null)]
    public void Code_is_taken_in_its_step_and_in_those_beside_it(long seconds, long? step) =>
        Assert.Equal(step, Totp.StepOf(Secret, "287082", new Instant(seconds * Instant.MicrosPerSecond), after: 0));

    [Fact]
    public void Code_is_taken_once()
    {
        var at = new Instant(59 * Instant.MicrosPerSecond);
        Assert.Equal(1, Totp.StepOf(Secret, "287 082", at, after: 0));
        Assert.Null(Totp.StepOf(Secret, "287082", at, after: 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870821")]
    [InlineData("٢٨٧٠٨٢")]
    public void Code_of_another_form_is_not_taken(string code) =>
        Assert.Null(Totp.StepOf(Secret, code, new Instant(59 * Instant.MicrosPerSecond), after: 0));

    [Fact]
    public void Secret_made_is_160_bits_that_nobody_had_before()
    {
        string secret = Totp.NewSecret();
        Assert.Matches("^[A-Z2-7]{32}$", secret);
        Assert.NotEqual(secret, Totp.NewSecret());
    }

    [Fact]
    public void Secret_that_is_no_base32_fits_no_code() => Assert.Null(Totp.StepOf("not base32", "287082", new Instant(59 * Instant.MicrosPerSecond), after: 0));
}
