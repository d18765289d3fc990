namespace Parcours.Engine.Access;

/// <summary>Hashes passwords, slowly and with salt. Any thread may call it.</summary>
public interface IPasswords
{
    /// <summary>What is kept of a password.</summary>
    string HashOf(string password);

    /// <summary>Whether a password is the one behind a hash.</summary>
    PasswordCheck Check(string hash, string password);
}
