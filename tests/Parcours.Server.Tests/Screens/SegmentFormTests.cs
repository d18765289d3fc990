using System.Net;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Screens;

public sealed class SegmentFormTests
{
    private const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private static readonly (string, string)[] Filled =
        [("is_new", "1"), ("id", ""), ("name_en", "Big spénders!"), ("name_fr", ""), ("subject", "customer"), ("where", "orders >= 2"), ("note", "first")];

    [Fact]
    public async Task Name_is_made_from_the_title_when_none_is_given()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        (HttpResponseMessage first, _) = await server.SendAsync(marketer, "/segments", Filled);
        (HttpResponseMessage second, _) = await server.SendAsync(marketer, "/segments", Filled);

        Assert.Equal(("/segments/big-spenders", "/segments/big-spenders-2"), (first.To(), second.To()));
    }

    [Theory]
    [InlineData("id", "Not A Name", "id-fault")]
    [InlineData("name_en", "", "name_en-fault")]
    public async Task Field_that_is_wrong_is_said_beside_it_and_the_rest_is_kept(string field, string value, string fault)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        (string, string)[] sent = [.. With(Filled, field, value), ("owner", Hostile)];

        (HttpResponseMessage answer, string page) = await server.SendAsync(marketer, "/segments", sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"{fault}\" role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("orders &gt;= 2", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("orders >=")]
    public async Task Condition_that_cannot_be_read_is_said_and_nothing_is_written(string where)
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);

        (HttpResponseMessage answer, string page) = await server.SendAsync(marketer, "/segments", With(Filled, "where", where));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("class=\"fault\" role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("Big sp", page, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(server.Folder, "segments", "big-spenders.yaml")));
    }

    [Fact]
    public async Task Second_of_two_who_change_a_segment_sees_what_the_first_saved()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn marketer = await server.SignInAsync(Role.Marketer);
        await server.SendAsync(marketer, "/segments", Filled);
        string before = await server.PageAsync("/segments/big-spenders/edit", marketer);
        string tag = before.Split("name=\"tag\" value=\"")[1].Split('"')[0];
        (string, string)[] change = [.. With(With(With(Filled, "is_new", ""), "id", "big-spenders"), "where", "orders >= 3"), ("tag", tag)];
        (HttpResponseMessage first, _) = await server.SendAsync(marketer, "/segments", change);

        (HttpResponseMessage second, string page) = await server.SendAsync(marketer, "/segments", With(change, "where", "orders >= 9"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Contains("orders &gt;= 3", page, StringComparison.Ordinal);
        Assert.Contains("orders &gt;= 9", page, StringComparison.Ordinal);
        Assert.Contains("orders >= 3", await File.ReadAllTextAsync(Path.Combine(server.Folder, "segments", "big-spenders.yaml")), StringComparison.Ordinal);
    }

    private static (string, string)[] With((string Name, string Value)[] fields, string name, string value) =>
        [.. fields.Select(field => field.Name == name ? (name, value) : (field.Name, field.Value))];
}
