using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Parcours.Engine.Access;
using Parcours.Server.Sources;

namespace Parcours.Server.Secrets;

/// <summary>
/// Encrypts the secrets that must be known again: what signs webhooks, opens sources and makes one-time codes. The keys lie in the folder <c>keys</c> of the workspace, open
/// to its owner alone; a copy of the store without them gives no secret away. What was hidden for one purpose cannot be shown for another.
/// </summary>
internal sealed class Seal : ISecretSeal
{
    /// <summary>Secrets that sign webhooks.</summary>
    internal const string Webhooks = "webhooks";

    /// <summary>Secrets and tokens of sources.</summary>
    internal const string Sources = "Parcours.Sources";

    /// <summary>Secrets of operators' authenticators.</summary>
    internal const string OneTimeCodes = "one-time codes";

    private const string Folder = "keys";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _folder;
    private readonly Lazy<IDataProtector> _protector;

    /// <summary>A seal for one purpose; the keys are made when the first secret comes.</summary>
    internal Seal(string workspace, string purpose)
    {
        _folder = new DirectoryInfo(Path.Combine(workspace, Folder));
        _protector = new Lazy<IDataProtector>(() =>
        {
            OwnersFolder.Create(_folder.FullName);
            return DataProtectionProvider.Create(_folder, protection => protection.SetApplicationName("Parcours")).CreateProtector(purpose);
        });
    }

    public string Hide(string text)
    {
        string hidden = _protector.Value.Protect(text);
        if (!OperatingSystem.IsWindows())
        {
            foreach (FileInfo key in _folder.EnumerateFiles("*.xml"))
            {
                File.SetUnixFileMode(key.FullName, OwnerOnly);
            }
        }

        return hidden;
    }

    public string? Show(string hidden)
    {
        try
        {
            return Open(hidden);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Decrypts a text.</summary>
    /// <exception cref="CryptographicException">The key is not in the folder.</exception>
    internal string Open(string hidden) => _protector.Value.Unprotect(hidden);
}
