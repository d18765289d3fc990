namespace Parcours.Domain.Facts;

/// <summary>
/// The currencies of ISO 4217 and how many decimals each has. An index is stable for ever: it is stored; codes are only ever added at the end.
/// Index 0 stands for "no money".
/// </summary>
public static class Currencies
{
    private const string Codes =
        "EUR USD GBP CHF CAD AUD JPY CNY AED AFN ALL AMD ANG AOA ARS AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD " +
        "CDF CLF CLP COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB FJD FKP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD " +
        "IRR ISK JMD JOD KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR " +
        "MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN " +
        "SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL HRK CUC";

    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    private static readonly string[] All = ["", .. Codes.Split(' ')];
    private static readonly byte[] DecimalsOf = [.. All.Select(Decimals)];
    private static readonly Dictionary<string, byte> Index = All.Skip(1)
        .Select((code, i) => (code, i)).ToDictionary(pair => pair.code, pair => (byte)(pair.i + 1), StringComparer.OrdinalIgnoreCase);

    /// <summary>The index of a code, in any case; false when ISO 4217 has no such code.</summary>
    public static bool TryFind(string code, out byte index) => Index.TryGetValue(code, out index);

    /// <summary>The three-letter code of an index; empty for 0.</summary>
    public static string CodeOf(byte index) => index < All.Length ? All[index] : string.Empty;

    /// <summary>How many decimals a currency has: 2 for most, 0 for JPY, 3 for KWD; 0 for "no money".</summary>
    public static int DecimalsAt(byte index) => index < DecimalsOf.Length ? DecimalsOf[index] : 0;

    /// <summary>How many minor units make one: 100 for EUR, 1 for JPY.</summary>
    public static long MinorUnits(byte index) => DecimalsAt(index) switch { 0 => 1, 3 => 1000, 4 => 10_000, _ => 100 };

    private static byte Decimals(string code) =>
        code.Length == 0 || NoDecimals.Contains(code, StringComparison.Ordinal) ? (byte)0
        : ThreeDecimals.Contains(code, StringComparison.Ordinal) ? (byte)3
        : code == "CLF" ? (byte)4 : (byte)2;
}
