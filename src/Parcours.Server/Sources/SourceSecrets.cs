using Microsoft.AspNetCore.DataProtection;

namespace Parcours.Server.Sources;

/// <summary>
/// Encrypts the secrets of sources. A signature can only be checked with the secret itself, so a hash will not do. The keys lie in the folder <c>keys</c> of the
/// workspace, which only its owner can open: a copy of the sources alone, as in a backup of settings, shows nothing.
/// </summary>
internal sealed class SourceSecrets
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _folder;
    private readonly Lazy<IDataProtector> _protector;

    internal SourceSecrets(string workspace)
    {
        _folder = new DirectoryInfo(Path.Combine(workspace, "keys"));
        _protector = new Lazy<IDataProtector>(() =>
        {
            OwnersFolder.Create(_folder.FullName);
            return DataProtectionProvider.Create(_folder, protection => protection.SetApplicationName("Parcours")).CreateProtector("Parcours.Sources");
        });
    }

    /// <summary>Encrypts a text.</summary>
    internal string Hide(string text)
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

    /// <summary>Decrypts a text.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key is not in the folder.</exception>
    internal string Show(string hidden) => _protector.Value.Unprotect(hidden);
}
