@echo off
rem Runs Parcours; builds it first when its sources are newer. Silent unless something is wrong.
setlocal
set "HERE=%~dp0"
set "OUT=%HERE%.build\product"
set "STALE="

rem A mirror of the sources tells what changed since the last build: robocopy returns 0 when nothing did.
call :mirror "%HERE%src" src /MIR
call :mirror "%HERE%definitions" definitions /MIR
call :mirror "%HERE%eng\assets" assets /MIR
call :mirror "%HERE%." root Directory.*.props global.json
if not exist "%OUT%\built" set STALE=1
if not defined STALE goto run

if exist "%OUT%\built" del "%OUT%\built"
dotnet --list-sdks 2>nul | findstr /b "10\." >nul
if errorlevel 1 (
  echo parcours: the .NET 10 SDK is needed to build Parcours and was not found ^(https://dot.net^). 1>&2
  exit /b 3
)
node -e "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)" >nul 2>&1
if errorlevel 1 (
  echo parcours: Node.js 20 or later is needed to build the charts of the report and was not found ^(https://nodejs.org^). 1>&2
  exit /b 3
)
if exist "%OUT%\app" rmdir /s /q "%OUT%\app"
set "RID=win-x64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "RID=win-arm64"
pushd "%HERE%"
dotnet publish src\Parcours.Cli -c Release -v quiet --nologo --self-contained false "-p:ProductBuildFolder=%OUT%\ahead" -o "%OUT%\app" -r %RID% -p:PublishReadyToRun=true >"%OUT%\build.log" 2>&1
if not errorlevel 1 goto built
dotnet publish src\Parcours.Cli -c Release -v quiet --nologo --self-contained false "-p:ProductBuildFolder=%OUT%\plain" -o "%OUT%\app" >"%OUT%\build.log" 2>&1
if not errorlevel 1 goto built
popd
findstr /c:"error" "%OUT%\build.log" 1>&2
echo parcours: the build failed; the whole log is in %OUT%\build.log 1>&2
exit /b 3

:built
popd
echo built>"%OUT%\built"

:run
"%OUT%\app\parcours.exe" %*
exit /b %errorlevel%

:mirror
robocopy %1 "%OUT%\sources\%2" %3 %4 %5 /XD bin obj node_modules dist /NJH /NJS /NP /NDL /NFL /NC /NS /R:1 /W:1 >nul
if errorlevel 1 set STALE=1
exit /b 0
