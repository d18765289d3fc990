namespace Parcours.Server.Screens.Pictures;

/// <summary>A picture of a page that the documents show.</summary>
/// <param name="Name">Its file in docs/images, without the ending.</param>
/// <param name="Address">The page.</param>
/// <param name="Width">How wide the browser is.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Theme">"light" or "dark".</param>
internal sealed record Picture(string Name, string Address, int Width = 1440, int Height = 900, string Theme = "light")
{
    /// <summary>Every picture.</summary>
    internal static IReadOnlyList<Picture> All { get; } =
    [
        new("today", "/"),
        new("today-phone", "/", 390, 844),
        new("lifecycle", "/lifecycle?at=2026-06-30", Height: 1180),
        new("lifecycle-dark", "/lifecycle?at=2026-06-30", Height: 1180, Theme: "dark"),
        new("segment", "/segments/new?where=orders%20%3E%3D%203%20and%20silence(order)%20%3E%3D%2060%20days%20and%20consent(email)"),
        new("customer", "/customers/C0000031"),
        new("churn", "/churn", Height: 1300),
        new("management", "/management", Height: 800),
    ];

    /// <summary>Its file.</summary>
    internal string File => Name + ".webp";

    /// <summary>Its file below a folder.</summary>
    internal string Below(string folder) => Path.Combine(folder, File);
}
