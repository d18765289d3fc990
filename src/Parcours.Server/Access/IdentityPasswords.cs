using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Access;

/// <summary>Passwords hashed by ASP.NET Core Identity: PBKDF2 with HMAC-SHA-512, 128 bits of salt.</summary>
internal sealed class IdentityPasswords(ServerOptions options) : IPasswords
{
    private static readonly object _nobody = new();

    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.PasswordRounds }));

    public string HashOf(string password) => _hasher.HashPassword(_nobody, password);

    public PasswordCheck Check(string hash, string password) => _hasher.VerifyHashedPassword(_nobody, hash, password) switch
    {
        PasswordVerificationResult.Success => PasswordCheck.Right,
        PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButOld,
        _ => PasswordCheck.Wrong,
    };
}
