namespace Parcours.Domain.Seasons;

/// <summary>The date of Easter Sunday in the Gregorian calendar.</summary>
public static class Easter
{
    /// <summary>
    /// Easter Sunday of a year: the first Sunday after the ecclesiastical full moon on or after 21 March. The moon's age is found from the golden number, corrected for the leap days
    /// the Gregorian reform drops and for the drift of the lunar cycle (Knuth, "The Art of Computer Programming" 1, §1.3.2, exercise 14).
    /// </summary>
    /// <param name="year">1583 to 9998.</param>
    public static DateOnly Of(int year)
    {
        int golden = (year % 19) + 1;
        int century = (year / 100) + 1;
        int droppedLeapDays = (3 * century / 4) - 12;
        int moonDrift = (((8 * century) + 5) / 25) - 5;
        int sunday = (5 * year / 4) - droppedLeapDays - 10;
        int epact = (((11 * golden) + 20 + moonDrift - droppedLeapDays) % 30 + 30) % 30;
        if ((epact == 25 && golden > 11) || epact == 24)
        {
            epact++;
        }

        int fullMoon = 44 - epact;
        fullMoon += fullMoon < 21 ? 30 : 0;
        int march = fullMoon + 7 - ((sunday + fullMoon) % 7);
        return new DateOnly(year, 3, 1).AddDays(march - 1);
    }
}
