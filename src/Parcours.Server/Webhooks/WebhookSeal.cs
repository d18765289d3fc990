using Microsoft.AspNetCore.DataProtection;

namespace Parcours.Server.Webhooks;

/// <summary>
/// Encrypts the secrets of webhooks: they must be known again to sign, so a hash will not do. The keys lie in the folder <c>keys</c> of the workspace, open to its owner
/// alone; a copy of the store without them gives no secret away.
/// </summary>
internal sealed class WebhookSeal
{
    private const string Folder = "keys";

    private readonly IDataProtector _protector;

    internal WebhookSeal(string workspace)
    {
        DirectoryInfo folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(Path.Combine(workspace, Folder))
            : Directory.CreateDirectory(Path.Combine(workspace, Folder), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _protector = DataProtectionProvider.Create(folder, protection => protection.SetApplicationName("Parcours")).CreateProtector("webhooks");
        _ = _protector.Protect("makes the first key");
        if (!OperatingSystem.IsWindows())
        {
            foreach (FileInfo file in folder.EnumerateFiles())
            {
                File.SetUnixFileMode(file.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    /// <summary>Encrypts a secret.</summary>
    internal string Seal(string secret) => _protector.Protect(secret);

    /// <summary>Decrypts it.</summary>
    internal string Open(string secret) => _protector.Unprotect(secret);
}
