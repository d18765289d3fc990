using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Screens;

namespace Parcours.Server.Access;

public sealed class SessionTests
{
    [Fact]
    public async Task Operator_signs_in_and_out()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Viewer);

        JsonElement shown = await (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(session))).JsonAsync();
        Assert.Equal("viewer", shown.GetProperty("operator").GetProperty("role").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.SendAsync(Calls.Request("DELETE", "/api/session").As(session))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(session))).StatusCode);
    }

    [Fact]
    public async Task Cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites()
    {
        await using var server = await StartedServer.StartAsync(options => options with { PublicAddress = new Uri("https://parcours.example") });
        server.Operator(Role.Owner);
        HttpResponseMessage answer = await server.Client.PostAsJsonAsync("/api/session", new { email = "owner@example.com", password = Calls.Password });
        string cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ends_after_twelve_hours()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Viewer);
        server.Time.Pass(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(session))).StatusCode);
        server.Time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(session))).StatusCode);
    }

    [Fact]
    public async Task Password_change_ends_every_session_of_the_operator_and_no_other()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn here = await server.SignInAsync(Role.Marketer), there = await server.SignInAsync(Role.Marketer), other = await server.SignInAsync(Role.Viewer);

        HttpResponseMessage wrong = await server.Client.SendAsync(Calls.Request("PUT", "/api/session/password", new { present = "not this one!", next = "a sentence that is new" }).As(here));
        HttpResponseMessage right = await server.Client.SendAsync(Calls.Request("PUT", "/api/session/password", new { present = Calls.Password, next = "a sentence that is new" }).As(here));

        Assert.Equal((HttpStatusCode.Unauthorized, "wrong_credentials"), (wrong.StatusCode, await wrong.CodeAsync()));
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(here))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(there))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(other))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(server, "marketer@example.com", "a sentence that is new")).StatusCode);
    }

    [Fact]
    public async Task Row_of_wrong_passwords_locks_the_operator_out_for_a_while()
    {
        await using var server = await StartedServer.StartAsync();
        server.Operator(Role.Viewer);
        for (int i = 0; i < OperatorRules.FailuresForgiven; i++)
        {
            HttpResponseMessage wrong = await SignIn(server, "viewer@example.com", "wrong password!");
            Assert.Equal((HttpStatusCode.Unauthorized, "wrong_credentials"), (wrong.StatusCode, await wrong.CodeAsync()));
        }

        HttpResponseMessage locked = await SignIn(server, "viewer@example.com", Calls.Password);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too_many_attempts"), (locked.StatusCode, await locked.CodeAsync()));
        Assert.Equal("60", locked.Headers.GetValues("Retry-After").Single());
        server.Time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(server, "viewer@example.com", Calls.Password)).StatusCode);
    }

    [Fact]
    public async Task Address_that_nobody_has_is_answered_like_one_that_somebody_has()
    {
        await using var server = await StartedServer.StartAsync();
        server.Operator(Role.Viewer);
        List<(HttpStatusCode, string?, string)> known = [], unknown = [];
        foreach ((string email, var answers) in new[] { ("viewer@example.com", known), ("nobody@example.com", unknown) })
        {
            for (int i = 0; i <= OperatorRules.FailuresForgiven; i++)
            {
                HttpResponseMessage answer = await SignIn(server, email, "wrong password!");
                answers.Add((answer.StatusCode, await answer.CodeAsync(), string.Join(',', answer.Headers.RetryAfter)));
            }

            server.Time.Pass(TimeSpan.FromMinutes(1)); // the limit of the place is another test
        }

        Assert.Equal(known, unknown);
    }

    [Fact]
    public async Task Place_that_tries_too_often_waits_whoever_it_tries()
    {
        await using var server = await StartedServer.StartAsync();
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(server, $"somebody{i}@example.com", "wrong password!")).StatusCode);
        }

        HttpResponseMessage limited = await SignIn(server, "somebody-else@example.com", "wrong password!");
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Equal("6", limited.Headers.GetValues("Retry-After").Single());
        server.Time.Pass(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(server, "somebody-else@example.com", "wrong password!")).StatusCode);
    }

    [Fact]
    public async Task Forwarded_address_counts_only_behind_a_proxy()
    {
        await using var alone = await StartedServer.StartAsync();
        await using var behind = await StartedServer.StartAsync(options => options with { PublicAddress = new Uri("https://parcours.example") });
        foreach ((StartedServer server, HttpStatusCode last) in new[] { (alone, HttpStatusCode.TooManyRequests), (behind, HttpStatusCode.Unauthorized) })
        {
            HttpResponseMessage answer = new();
            for (int i = 0; i <= 10; i++)
            {
                answer = await server.Client.SendAsync(
                    Calls.Request("POST", "/api/session", new { email = $"somebody{i}@example.com", password = "wrong password!" }).With("X-Forwarded-For", $"192.0.2.{i}"));
            }

            Assert.Equal(last, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Write_with_a_cookie_needs_its_proof()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn owner = await server.SignInAsync(Role.Owner);
        HttpResponseMessage without = await server.Client.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }).With("Cookie", owner.Cookie));
        HttpResponseMessage wrong = await server.Client.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }).As(owner with { Csrf = new string('0', 64) }));
        HttpResponseMessage with = await server.Client.SendAsync(Calls.Request("POST", "/api/keys", new { kind = "write" }).As(owner));

        Assert.Equal((HttpStatusCode.Forbidden, "csrf"), (without.StatusCode, await without.CodeAsync()));
        Assert.Equal((HttpStatusCode.Forbidden, "csrf"), (wrong.StatusCode, await wrong.CodeAsync()));
        Assert.Equal(HttpStatusCode.Created, with.StatusCode);
    }

    [Fact]
    public async Task Sign_in_from_another_site_is_refused()
    {
        await using var server = await StartedServer.StartAsync();
        server.Operator(Role.Viewer);
        HttpResponseMessage answer = await server.Client.SendAsync(
            Calls.Request("POST", "/api/session", new { email = "viewer@example.com", password = Calls.Password }).With("Origin", "https://elsewhere.example"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task One_time_code_once_turned_on_is_asked_and_taken_once()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Analyst);
        string secret = (await (await server.Client.SendAsync(Calls.Request("POST", "/api/session/codes").As(session))).JsonAsync()).GetProperty("secret").GetString()!;
        string Code() => TotpOf(secret, server.Time.GetUtcNow());

        HttpResponseMessage wrong = await server.Client.SendAsync(Calls.Request("PUT", "/api/session/codes", new { password = Calls.Password, secret, code = "000000" }).As(session));
        HttpResponseMessage on = await server.Client.SendAsync(Calls.Request("PUT", "/api/session/codes", new { password = Calls.Password, secret, code = Code() }).As(session));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "code_wrong"), (wrong.StatusCode, await wrong.CodeAsync()));
        Assert.Equal(HttpStatusCode.OK, on.StatusCode);

        HttpResponseMessage without = await SignIn(server, "analyst@example.com", Calls.Password);
        Assert.Equal((HttpStatusCode.Unauthorized, "code_needed"), (without.StatusCode, await without.CodeAsync()));
        HttpResponseMessage again = await SignIn(server, "analyst@example.com", Calls.Password, Code()); // the code that turned it on
        Assert.Equal((HttpStatusCode.Unauthorized, "wrong_credentials"), (again.StatusCode, await again.CodeAsync()));
        server.Time.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(server, "analyst@example.com", Calls.Password, Code())).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.SendAsync(Calls.Request("DELETE", "/api/session/codes", new { password = Calls.Password }).As(session))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(server, "analyst@example.com", Calls.Password)).StatusCode);
    }

    [Fact]
    public async Task Recovery_code_stands_in_for_a_lost_authenticator_once()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Analyst);
        string[] codes = await TurnOn(server, session);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(10, await LeftOf(server, session));

        HttpResponseMessage first = await SignIn(server, "analyst@example.com", Calls.Password, codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
        HttpResponseMessage again = await SignIn(server, "analyst@example.com", Calls.Password, codes[3]);
        HttpResponseMessage without = await SignIn(server, "analyst@example.com", "not the password", codes[4]);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(9, (await first.JsonAsync()).GetProperty("recoveryCodesLeft").GetInt32());
        Assert.Equal((HttpStatusCode.Unauthorized, "wrong_credentials"), (again.StatusCode, await again.CodeAsync()));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(server, "analyst@example.com", Calls.Password, codes[4])).StatusCode);

        // The page takes it too, letters and all, and says so.
        Assert.Contains("one of your recovery codes", await server.Client.GetStringAsync("/sign-in"), StringComparison.Ordinal);
        HttpResponseMessage byPage = await server.Client.SendAsync(Pages.FormOf("/sign-in", ("email", "analyst@example.com"), ("password", Calls.Password), ("code", codes[5])));
        Assert.Equal("/", byPage.To());
        Assert.Contains("session.recovery_code_used", server.Service<AuditLog>().Read(long.MaxValue, 20).Select(line => line.Action));
    }

    [Fact]
    public async Task Recovery_codes_of_before_open_nothing_once_codes_are_turned_on_anew_or_off()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Analyst);
        string before = (await TurnOn(server, session))[0];
        server.Time.Pass(TimeSpan.FromSeconds(60));
        string now = (await TurnOn(server, session))[0];
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(server, "analyst@example.com", Calls.Password, before)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(server, "analyst@example.com", Calls.Password, now)).StatusCode);

        await server.Client.SendAsync(Calls.Request("DELETE", "/api/session/codes", new { password = Calls.Password }).As(session));
        Assert.Equal(0, await LeftOf(server, session));
    }

    [Fact]
    public async Task Turning_codes_on_or_off_ends_the_other_sessions_and_not_this_one()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn here = await server.SignInAsync(Role.Analyst), there = await server.SignInAsync(Role.Analyst), other = await server.SignInAsync(Role.Viewer);
        string[] codes = await TurnOn(server, here);

        Assert.Equal(HttpStatusCode.OK, await StatusOf(server, here));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(server, there));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(server, other));

        HttpResponseMessage again = await SignIn(server, "analyst@example.com", Calls.Password, codes[0]);
        Calls.SignedIn later = new(again.Headers.GetValues("Set-Cookie").Single().Split(';')[0], (await again.JsonAsync()).GetProperty("csrf").GetString()!);
        await server.Client.SendAsync(Calls.Request("DELETE", "/api/session/codes", new { password = Calls.Password }).As(here));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(server, here));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(server, later));
    }

    [Fact]
    public async Task Store_alone_shows_neither_the_secret_of_an_authenticator_nor_a_recovery_code()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Analyst);
        string secret = (await (await server.Client.SendAsync(Calls.Request("POST", "/api/session/codes").As(session))).JsonAsync()).GetProperty("secret").GetString()!;
        HttpResponseMessage on = await server.Client.SendAsync(
            Calls.Request("PUT", "/api/session/codes", new { password = Calls.Password, secret, code = TotpOf(secret, server.Time.GetUtcNow()) }).As(session));
        string[] codes = [.. (await on.JsonAsync()).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)];

        foreach (string path in Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is not (".sock" or ".lock")))
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            foreach (string hidden in codes.Append(secret).Append(codes[0].Replace("-", string.Empty, StringComparison.Ordinal)))
            {
                Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(hidden)) < 0, $"{Path.GetFileName(path)} shows a secret");
            }
        }

        foreach (string key in Directory.GetFiles(Path.Combine(server.Folder, "keys")))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(key) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)); // Windows has no modes
        }
    }

    [Fact]
    public async Task Form_signs_out_and_leads_to_the_sign_in_page()
    {
        await using var server = await StartedServer.StartAsync();
        Calls.SignedIn session = await server.SignInAsync(Role.Viewer);
        HttpResponseMessage elsewhere = await server.Client.SendAsync(Calls.Request("POST", "/sign-out").With("Cookie", session.Cookie).With("Origin", "https://elsewhere.example"));
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(server, session));

        HttpResponseMessage signedOut = await server.Client.SendAsync(Calls.Request("POST", "/sign-out").With("Cookie", session.Cookie));
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in"), (signedOut.StatusCode, signedOut.Headers.Location?.OriginalString));
        Assert.Contains("expires=Thu, 01 Jan 1970", signedOut.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(server, session));
        Assert.Equal(HttpStatusCode.SeeOther, (await server.Client.SendAsync(Calls.Request("POST", "/sign-out"))).StatusCode);
    }

    private static async Task<string[]> TurnOn(StartedServer server, Calls.SignedIn session)
    {
        string secret = (await (await server.Client.SendAsync(Calls.Request("POST", "/api/session/codes").As(session))).JsonAsync()).GetProperty("secret").GetString()!;
        HttpResponseMessage on = await server.Client.SendAsync(
            Calls.Request("PUT", "/api/session/codes", new { password = Calls.Password, secret, code = TotpOf(secret, server.Time.GetUtcNow()) }).As(session));
        return [.. (await on.JsonAsync()).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!)];
    }

    private static async Task<int> LeftOf(StartedServer server, Calls.SignedIn session) =>
        (await (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(session))).JsonAsync()).GetProperty("recoveryCodesLeft").GetInt32();

    private static async Task<HttpStatusCode> StatusOf(StartedServer server, Calls.SignedIn session) =>
        (await server.Client.SendAsync(Calls.Request("GET", "/api/session").As(session))).StatusCode;

    private static Task<HttpResponseMessage> SignIn(StartedServer server, string email, string password, string? code = null) =>
        server.Client.PostAsJsonAsync("/api/session", new { email, password, code });

    // Written apart from the product's, from RFC 4226.
    private static string TotpOf(string secret, DateTimeOffset at)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        string bits = string.Concat(secret.Select(letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
        byte[] counter = [.. BitConverter.GetBytes(at.ToUnixTimeSeconds() / 30).Reverse()];
#pragma warning disable CA5350 // reason: the standard of one-time codes
        byte[] hash = System.Security.Cryptography.HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        int offset = hash[19] & 0xf;
        int number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return $"{number % 1_000_000:000000}";
    }
}
