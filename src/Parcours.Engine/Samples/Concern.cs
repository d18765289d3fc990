namespace Parcours.Engine.Samples;

/// <summary>What a stream of chance is for: each concern has its own, so that changing one leaves the others as they were.</summary>
internal static class Concern
{
    public const int Person = 1;
    public const int Profile = 2;
    public const int Orders = 3;
    public const int Visits = 4;
    public const int Mail = 5;
    public const int Voice = 6;
    public const int Names = 7;
    public const int Account = 8;
    public const int Stakeholders = 9;
    public const int WinBack = 10;
}
