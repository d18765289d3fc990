using System.Net;

namespace Parcours.Server.Sources;

public sealed class OutboundGuardTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("192.0.3.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2002:0a00:0001::", false)]
    public void Only_addresses_of_the_open_internet_are_public(string address, bool isPublic) => Assert.Equal(isPublic, OutboundGuard.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Public_name_of_a_private_address_is_not_connected_to()
    {
        using HttpClient client = OutboundGuard.Client(allowLoopback: false);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://localhost:1/")));
        Assert.Contains("no public address", refused.ToString(), StringComparison.Ordinal);
    }
}
