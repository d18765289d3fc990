using System.Text;

namespace Parcours.Engine.Import.Reading;

/// <summary>What one pass over a file's bytes tells: what it is, how it is encoded, how many lines to expect.</summary>
/// <param name="Nature">What kind of file it is.</param>
/// <param name="Encoding">How its text is encoded.</param>
/// <param name="Digest">SHA-256 of all its bytes, in hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Lines">How many line ends it has.</param>
internal sealed record FileSurvey(FileNature Nature, Encoding Encoding, string Digest, long Bytes, long Lines);
